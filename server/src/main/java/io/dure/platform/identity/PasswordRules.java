package io.dure.platform.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.dure.platform.problem.Input;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// Which passwords are good enough: long, and not what somebody who knows the 30,000 most common
/// leaked ones, words, names, dates and rows of keys would try soon (zxcvbn, USENIX Security 2016);
/// nor a common Korean word, typed as Hangul or with the keyboard in Latin. No demands for kinds of
/// characters, as NIST SP 800-63B §3.1.1.2 advises.
final class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    /// Safe where a thief of the database has to pay for Argon2 at every guess.
    private static final double FEWEST_GUESSES = 1e8;

    /// The estimate takes time cubic in the length, and this much says enough.
    private static final int ESTIMATED = 50;

    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");
    private static final Zxcvbn ZXCVBN = new Zxcvbn();
    private static final List<String> KOREAN = korean();

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
        } else if (HALF_A_PAIR.matcher(text).find()) {
            input.reject(field, "control-character", "A password holds no half characters.");
        } else if (isEasy(text, login)) {
            input.reject(field, "too-simple", "This password is too easy to guess.");
        }
    }

    private static boolean isEasy(String password, String login) {
        var known = new ArrayList<>(KOREAN);
        known.add(login);
        Stream.of(login.split("[^\\p{L}\\p{N}]+"))
                .filter(part -> part.length() > 2)
                .forEach(known::add);
        known.add("dure");
        var part = password.substring(0, Math.min(password.length(), ESTIMATED));
        return ZXCVBN.measure(part, known).getGuesses() < FEWEST_GUESSES;
    }

    private static List<String> korean() {
        try {
            return new ClassPathResource("identity/korean-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(word -> !word.isBlank())
                    .flatMap(word -> Stream.of(word, Dubeolsik.keys(word).toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
