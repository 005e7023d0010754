package io.dure.platform.audit.web;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes entries as RFC 4180. A byte order mark goes first, without which Excel reads Korean as
/// something else; and what a spreadsheet would run as a formula is made plain text by an
/// apostrophe.
final class Csv implements AutoCloseable {
    private static final String FORMULA = "=+-@\t\r";

    private final PrintWriter out;

    Csv(PrintWriter out) {
        this.out = out;
        out.write('\uFEFF');
        line(
                Stream.of(
                        "at",
                        "actorKind",
                        "actor",
                        "actorName",
                        "address",
                        "action",
                        "subject",
                        "subjectName",
                        "detail"));
    }

    void write(EntryView entry) {
        line(
                Stream.of(
                        entry.at().toString(),
                        entry.actorKind().name(),
                        Objects.toString(entry.actor(), ""),
                        Objects.toString(entry.actorName(), ""),
                        entry.address(),
                        entry.action(),
                        entry.subject(),
                        Objects.requireNonNullElse(entry.subjectName(), ""),
                        detail(entry.detail())));
    }

    private static String detail(Map<String, String> detail) {
        return detail.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private void line(Stream<String> cells) {
        out.write(cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        out.flush();
    }
}
