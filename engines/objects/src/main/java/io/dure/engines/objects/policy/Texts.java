package io.dure.engines.objects.policy;

import io.dure.engines.objects.policy.Template.Wildcards;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/// What the string, ARN and binary operators ask. Variables may stand in strings and ARNs.
final class Texts {
    private static final int ARN_PARTS = 6;

    private Texts() {}

    static Operand equal(String text, Language language) {
        return Template.parse(text, language, Wildcards.LITERAL)::matches;
    }

    static Operand equalIgnoringCase(String text, Language language) {
        var template = Template.parse(text, language, Wildcards.LITERAL);
        return (actual, values) ->
                template.pattern(values, actual.length())
                        .map(points -> new String(points, 0, points.length))
                        .filter(actual::equalsIgnoreCase)
                        .isPresent();
    }

    static Operand like(String text, Language language) {
        return Template.parse(text, language, Wildcards.WILD)::matches;
    }

    /// Each of the six parts between colons by itself; the last may hold colons. A `*` that ends a
    /// pattern of fewer parts stands for all that follow.
    static Operand arn(String text, Language language) {
        var template = Template.parse(text, language, Wildcards.WILD);
        return (actual, values) ->
                template.pattern(values, actual.length())
                        .map(pattern -> arnMatches(pattern, actual.codePoints().toArray()))
                        .orElse(false);
    }

    private static boolean arnMatches(int[] pattern, int[] actual) {
        var patternFrom = 0;
        var actualFrom = 0;
        for (var part = 1; part < ARN_PARTS; part++) {
            var patternEnd = colon(pattern, patternFrom);
            var actualEnd = colon(actual, actualFrom);
            if (actualEnd == actual.length) {
                return false;
            }
            if (patternEnd == pattern.length) {
                return endsInStar(pattern) && rest(pattern, patternFrom, actual, actualFrom);
            }
            if (!Glob.matches(
                    Arrays.copyOfRange(pattern, patternFrom, patternEnd),
                    Arrays.copyOfRange(actual, actualFrom, actualEnd))) {
                return false;
            }
            patternFrom = patternEnd + 1;
            actualFrom = actualEnd + 1;
        }
        return rest(pattern, patternFrom, actual, actualFrom);
    }

    private static int colon(int[] points, int from) {
        var at = from;
        while (at < points.length && points[at] != ':') {
            at++;
        }
        return at;
    }

    private static boolean endsInStar(int[] pattern) {
        return pattern.length > 0 && pattern[pattern.length - 1] == Glob.ANY_RUN;
    }

    private static boolean rest(int[] pattern, int patternFrom, int[] actual, int actualFrom) {
        return Glob.matches(
                Arrays.copyOfRange(pattern, patternFrom, pattern.length),
                Arrays.copyOfRange(actual, actualFrom, actual.length));
    }

    static Operand binary(String text, Language language) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return (actual, _) -> Arrays.equals(bytes, actual.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw PolicyFault.BASE64.exception();
        }
    }

    static Operand truth(String text, Language language) {
        var wanted = text.toLowerCase(Locale.ROOT);
        if (!wanted.equals("true") && !wanted.equals("false")) {
            throw PolicyFault.TRUTH.exception();
        }
        return (actual, _) -> actual.equalsIgnoreCase(wanted);
    }
}
