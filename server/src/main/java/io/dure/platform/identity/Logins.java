package io.dure.platform.identity;

import io.dure.platform.problem.Input;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What people sign in with: a short name or an e-mail address, in any script, compared in lower
/// case.
final class Logins {
    private static final int LONGEST = 254;

    private Logins() {}

    static String clean(Input input, String field, @Nullable String login) {
        var text = input.text(field, login, 1, LONGEST).toLowerCase(Locale.ROOT);
        input.expect(
                text.chars().noneMatch(Character::isWhitespace),
                field,
                "has-space",
                "A login has no spaces.");
        return text;
    }
}
