package io.dure.engines.objects.policy;

import java.util.Arrays;
import java.util.HashMap;

/// Compares a text with a pattern of `*`, any run of characters, and `?`, any one. Characters are
/// code points, and nothing ends at a slash, colon or line.
///
/// Patterns come from whoever owns a bucket, texts from whoever knocks, so there is no
/// backtracking: the runs between stars are sought from left to right, each by Shift-And (R.
/// Baeza-Yates and G. Gonnet, "A New Approach to Text Searching", CACM 35:10, 1992), which takes a
/// step for every 64 characters of the run and one of the text. To seek the leftmost is enough, for
/// what a star before it leaves behind is the most that the next run can have.
final class Glob {
    /// `*` among code points.
    static final int ANY_RUN = -1;

    /// `?` among code points.
    static final int ANY_ONE = -2;

    private Glob() {}

    /// A pattern of a text in which `*` and `?` are wildcards.
    static int[] pattern(String text) {
        return text.codePoints()
                .map(point ->
                        switch (point) {
                            case '*' -> ANY_RUN;
                            case '?' -> ANY_ONE;
                            default -> point;
                        })
                .toArray();
    }

    static boolean matches(String pattern, String text) {
        return matches(pattern(pattern), text.codePoints().toArray());
    }

    static boolean matches(int[] pattern, int[] text) {
        var from = 0;
        while (from < pattern.length && pattern[from] != ANY_RUN) {
            if (from == text.length || !fits(pattern[from], text[from])) {
                return false;
            }
            from++;
        }
        if (from == pattern.length) {
            return from == text.length;
        }
        var end = pattern.length;
        var textEnd = text.length;
        while (pattern[end - 1] != ANY_RUN) {
            if (textEnd == from || !fits(pattern[end - 1], text[textEnd - 1])) {
                return false;
            }
            end--;
            textEnd--;
        }
        return holdsRuns(
                Arrays.copyOfRange(pattern, from, end), Arrays.copyOfRange(text, from, textEnd));
    }

    private static boolean fits(int wanted, int point) {
        return wanted == ANY_ONE || wanted == point;
    }

    /// @param pattern begins and ends with a star
    private static boolean holdsRuns(int[] pattern, int[] text) {
        var at = 0;
        for (var start = 1; start < pattern.length; start++) {
            var end = start;
            while (pattern[end] != ANY_RUN) {
                end++;
            }
            at = endOf(Arrays.copyOfRange(pattern, start, end), text, at);
            if (at < 0) {
                return false;
            }
            start = end;
        }
        return true;
    }

    /// Where the run's leftmost occurrence from there on ends; below zero if there is none.
    private static int endOf(int[] run, int[] text, int from) {
        if (run.length == 0 || run.length > text.length - from) {
            return run.length == 0 ? from : -1;
        }
        var masks = new Masks(run);
        var state = new long[words(run.length)];
        for (var at = from; at < text.length; at++) {
            step(state, masks.of(text[at]));
            if (isSet(state, run.length - 1)) {
                return at + 1;
            }
        }
        return -1;
    }

    /// Bit i of the state: the run's first i + 1 characters are the text's last.
    private static void step(long[] state, long[] mask) {
        var carry = 1L;
        for (var word = 0; word < state.length; word++) {
            var shifted = (state[word] << 1) | carry;
            carry = state[word] >>> 63;
            state[word] = shifted & mask[word];
        }
    }

    private static int words(int bits) {
        return (bits + 63) >>> 6;
    }

    private static boolean isSet(long[] bits, int bit) {
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }

    /// For every character, where in a run it may stand.
    private static final class Masks {
        private final HashMap<Integer, long[]> byPoint = new HashMap<>();
        private final long[] others;

        Masks(int[] run) {
            others = new long[words(run.length)];
            for (var at = 0; at < run.length; at++) {
                if (run[at] == ANY_ONE) {
                    others[at >>> 6] |= 1L << at;
                }
            }
            for (var at = 0; at < run.length; at++) {
                if (run[at] != ANY_ONE) {
                    byPoint.computeIfAbsent(run[at], _ -> others.clone())[at >>> 6] |= 1L << at;
                }
            }
        }

        long[] of(int point) {
            return byPoint.getOrDefault(point, others);
        }
    }
}
