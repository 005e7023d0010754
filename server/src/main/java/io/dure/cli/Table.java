package io.dure.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Text in columns, for a terminal.
final class Table {
    private static final String GAP = "  ";

    private Table() {}

    static String of(List<String> titles, List<List<String>> rows) {
        var lines = Stream.concat(Stream.of(titles), rows.stream()).toList();
        var widths =
                IntStream.range(0, titles.size())
                        .map(column ->
                                lines.stream()
                                        .mapToInt(row -> width(row.get(column)))
                                        .max()
                                        .orElse(0))
                        .toArray();
        return lines.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        var text =
                IntStream.range(0, row.size())
                        .mapToObj(column ->
                                row.get(column)
                                        + " ".repeat(widths[column] - width(row.get(column))))
                        .collect(Collectors.joining(GAP));
        return text.stripTrailing() + System.lineSeparator();
    }

    /// Chinese, Japanese and Korean characters take two columns. Unicode UAX #11, as far as names
    /// need it.
    static int width(String text) {
        return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character)
                || switch (Character.UnicodeScript.of(character)) {
                    case HANGUL, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }
}
