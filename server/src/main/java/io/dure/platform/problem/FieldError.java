package io.dure.platform.problem;

/// What is wrong with one field of an input.
///
/// @param field its JSON name, nested ones joined by dots
/// @param code stable and kebab-case, such as `too-long`; clients word it in the person's language
/// @param detail one English sentence
public record FieldError(String field, String code, String detail) {}
