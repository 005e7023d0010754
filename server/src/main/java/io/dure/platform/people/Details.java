package io.dure.platform.people;

import io.dure.platform.problem.Input;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an administrator enters about a person, as it was typed; [#clean] makes it fit to keep.
///
/// @param login left out: the e-mail address, or else the employee number
/// @param language `ko`, `en`, or left out
public record Details(
        @Nullable String login,
        @Nullable String employeeNumber,
        @Nullable String name,
        @Nullable String email,
        @Nullable String latinName,
        @Nullable String chineseName,
        @Nullable String phone,
        @Nullable String extension,
        @Nullable String mobile,
        @Nullable LocalDate birthday,
        @Nullable LocalDate hiredOn,
        @Nullable String language) {

    private static final Set<String> LANGUAGES = Set.of("ko", "en");

    /// Something before an @ and something after, without spaces: what lies between is for the mail
    /// server to know. RFC 5321 §4.5.3.1 bounds the length.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");

    /// Checked details.
    record Clean(
            String login,
            Optional<String> employeeNumber,
            String name,
            Optional<String> email,
            Profile profile) {}

    /// Cleans every field, noting what is wrong under the field's name.
    ///
    /// @param photoTag carried over
    Clean clean(Input input, Optional<String> photoTag) {
        var number = optional(input.text("employeeNumber", employeeNumber, 0, 40));
        var address = optional(input.text("email", email, 0, 254));
        input.expect(
                address.filter(text -> !EMAIL.matcher(text).matches()).isEmpty(),
                "email",
                "not-an-address",
                "This is no e-mail address.");
        input.date("birthday", birthday);
        input.date("hiredOn", hiredOn);
        return new Clean(
                cleanLogin(input, address, number),
                number,
                input.text("name", name, 1, 100),
                address,
                new Profile(
                        input.text("latinName", latinName, 0, 100),
                        input.text("chineseName", chineseName, 0, 100),
                        input.text("phone", phone, 0, 40),
                        input.text("extension", extension, 0, 20),
                        input.text("mobile", mobile, 0, 40),
                        Optional.ofNullable(birthday),
                        Optional.ofNullable(hiredOn),
                        cleanLanguage(input),
                        photoTag));
    }

    private String cleanLogin(Input input, Optional<String> address, Optional<String> number) {
        var entered =
                login == null || login.isBlank() ? address.or(() -> number).orElse("") : login;
        var text = input.text("login", entered, 1, 254).toLowerCase(Locale.ROOT);
        input.expect(
                text.codePoints().noneMatch(Character::isWhitespace),
                "login",
                "has-space",
                "A login has no spaces.");
        return text;
    }

    private Optional<String> cleanLanguage(Input input) {
        var chosen = optional(language == null ? "" : language.strip());
        input.expect(
                chosen.filter(text -> !LANGUAGES.contains(text)).isEmpty(),
                "language",
                "unknown",
                "The language is ko or en.");
        return chosen;
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
