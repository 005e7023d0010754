package io.dure.platform.identity;

import io.dure.platform.problem.Input;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which passwords are good enough: long, and not among those everybody tries first. No demands for
/// kinds of characters, as NIST SP 800-63B §3.1.1.2 advises.
final class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRules() {}

    static void check(Input input, String field, @Nullable String password, String login) {
        var text = password == null ? "" : password;
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            input.reject(
                    field,
                    "too-short",
                    "A password needs at least " + SHORTEST + " characters.",
                    SHORTEST);
        } else if (length > LONGEST) {
            input.reject(
                    field,
                    "too-long",
                    "A password has at most " + LONGEST + " characters.",
                    LONGEST);
        } else if (text.codePoints().distinct().count() < FEWEST_DIFFERENT
                || (login.length() > 3 && text.toLowerCase(Locale.ROOT).contains(login))) {
            input.reject(field, "too-simple", "This password is too easy to guess.");
        }
    }
}
