package io.dure.cloud.console;

import io.dure.platform.problem.Input;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who an organisation's first owner will be.
public record Owner(String login, String name, Optional<String> email) {
    private static final int MAX_LOGIN = 254;

    public static Owner clean(
            Input input, @Nullable String login, @Nullable String name, @Nullable String email) {
        var cleanLogin = input.text("owner.login", login, 1, MAX_LOGIN).toLowerCase(Locale.ROOT);
        input.expect(
                cleanLogin.chars().noneMatch(Character::isWhitespace),
                "owner.login",
                "has-space",
                "A login has no spaces.");
        var cleanEmail = input.text("owner.email", email, 0, MAX_LOGIN);
        return new Owner(
                cleanLogin,
                input.text("owner.name", name, 1, 100),
                cleanEmail.isEmpty() ? Optional.empty() : Optional.of(cleanEmail));
    }
}
