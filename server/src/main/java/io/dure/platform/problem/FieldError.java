package io.dure.platform.problem;

import org.jspecify.annotations.Nullable;

/// What is wrong with one field of an input.
///
/// @param field its JSON name, nested ones joined by dots
/// @param code stable and kebab-case, such as `too-long`; clients word it in the person's language
/// @param detail one English sentence
/// @param limit the bound that was crossed, if there is one, for the client's wording
public record FieldError(String field, String code, String detail, @Nullable Long limit) {
    public FieldError(String field, String code, String detail) {
        this(field, code, detail, null);
    }
}
