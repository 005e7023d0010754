package io.dure.engines.objects.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GlobPropertyTests {
    /// The definition, tried out in full.
    private static boolean naive(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        var rest = pattern.substring(1);
        return switch (pattern.charAt(0)) {
            case '*' -> naive(rest, text) || (!text.isEmpty() && naive(pattern, text.substring(1)));
            case '?' -> !text.isEmpty() && naive(rest, text.substring(1));
            default -> text.startsWith(pattern.substring(0, 1)) && naive(rest, text.substring(1));
        };
    }

    private static String random(Random random, String alphabet, int longest) {
        var text = new StringBuilder();
        for (var length = random.nextInt(longest + 1); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void itAgreesWithItsDefinition() {
        var random = new Random(17);
        for (var round = 0; round < 100_000; round++) {
            var pattern = random(random, "ab*?", 9);
            var text = random(random, "ab", 9);

            assertThat(Glob.matches(pattern, text))
                    .as(pattern + " " + text)
                    .isEqualTo(naive(pattern, text));
        }
    }

    /// Runs of more than one machine word.
    @Test
    void longRunsAgreeWithJavasOwn() {
        var random = new Random(19);
        for (var round = 0; round < 2_000; round++) {
            var run = random(random, "ab", 200);
            var text = random(random, "ab", 60) + run + random(random, "ab", 60);
            var other = random(random, "ab", 200);

            assertThat(Glob.matches("*" + run + "*", text)).isTrue();
            assertThat(Glob.matches("*" + other + "*", text)).isEqualTo(text.contains(other));
            assertThat(Glob.matches("*" + run.replace('a', '?') + "*", text)).isTrue();
        }
    }

    @Test
    @Timeout(10)
    void noPatternIsHard() {
        var text = "a".repeat(8_192);

        var began = System.nanoTime();
        for (var pattern :
                new String[] {
                    "*" + "a".repeat(4_096) + "b*",
                    "*a".repeat(4_096) + "b*",
                    "*?a".repeat(2_048) + "*b*",
                    "*" + "a?".repeat(2_048) + "b*",
                    "*".repeat(20_000) + "b*"
                }) {
            assertThat(Glob.matches(pattern, text)).isFalse();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
}
