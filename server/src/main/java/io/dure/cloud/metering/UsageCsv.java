package io.dure.cloud.metering;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dure.cloud.metering.OrganisationUsages.OrganisationUsage;
import io.dure.cloud.metering.UsageRepository.Line;
import io.dure.platform.people.Spreadsheet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Usage as a file for spreadsheets. Numbers are whole: bytes, byte-hours and requests.
final class UsageCsv {
    /// So that spreadsheets read it as UTF-8.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> AMOUNTS =
            List.of("writes", "reads", "deletes", "bytes_in", "bytes_out");

    private UsageCsv() {}

    static String ofLines(Grouping grouping, List<Line> lines) {
        return switch (grouping) {
            case BUCKET ->
                    csv(
                            header(Stream.of("begin", "bucket"), true),
                            lines.stream().map(line -> cells(line, true)));
            case KEY ->
                    csv(
                            header(Stream.of("begin", "access_key"), false),
                            lines.stream().map(line -> cells(line, false)));
        };
    }

    static String ofOrganisations(List<OrganisationUsage> organisations) {
        return csv(
                header(Stream.of("organisation", "name"), true),
                organisations.stream()
                        .map(each ->
                                row(
                                        Stream.of(
                                                each.organisation().shortName(),
                                                each.organisation().name()),
                                        each.used(),
                                        true)));
    }

    private static List<String> header(Stream<String> names, boolean hasStored) {
        var header = new ArrayList<>(Stream.concat(names, AMOUNTS.stream()).toList());
        if (hasStored) {
            header.add("byte_hours");
        }
        return header;
    }

    private static List<String> cells(Line line, boolean hasStored) {
        return row(Stream.of(line.begin().toString(), line.name()), line.used(), hasStored);
    }

    private static List<String> row(Stream<String> names, Used used, boolean hasStored) {
        var amounts = used.amounts();
        var cells = new ArrayList<>(names.map(Spreadsheet::guarded).toList());
        Stream.of(
                        amounts.writes(),
                        amounts.reads(),
                        amounts.deletes(),
                        amounts.bytesIn(),
                        amounts.bytesOut())
                .map(String::valueOf)
                .forEach(cells::add);
        if (hasStored) {
            cells.add(String.valueOf(used.byteHours()));
        }
        return cells;
    }

    private static String csv(List<String> header, Stream<List<String>> rows) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
