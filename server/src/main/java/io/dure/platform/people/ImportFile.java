package io.dure.platform.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.dure.platform.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A CSV file of people. RFC 4180.
///
/// @param columns those that its header names; what others hold of a person stays as it is
record ImportFile(Set<ImportColumn> columns, List<Line> lines) {
    /// Bounds the memory and the time of one import.
    static final int MOST_LINES = 20_000;

    /// @param number of the line in the file on which it begins, from 1
    record Line(long number, Map<ImportColumn, String> cells) {
        Optional<String> cell(ImportColumn column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /// The employee numbers that it names.
    Set<String> numbers() {
        return lines.stream()
                .flatMap(line -> line.cell(ImportColumn.EMPLOYEE_NUMBER).stream())
                .collect(Collectors.toSet());
    }

    /// @throws InvalidInputException if it is no such file
    static ImportFile read(byte[] bytes) {
        if (bytes.length > Imports.MOST_BYTES) {
            throw refused("too-large", "The file has at most 10 MiB.");
        }
        try (var csv = CsvReader.builder().ofCsvRecord(ImportText.of(bytes))) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                throw refused("empty", "The file is empty.");
            }
            var header = header(records.next());
            var lines = new ArrayList<Line>();
            while (records.hasNext()) {
                lines.add(line(header, records.next()));
                if (lines.size() > MOST_LINES) {
                    throw refused("too-many-lines", "The file has at most 20,000 lines.");
                }
            }
            return new ImportFile(Set.copyOf(header), lines);
        } catch (CsvParseException e) {
            throw refused("no-csv", "The file is no CSV: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<ImportColumn> header(CsvRecord record) {
        var header =
                record.getFields().stream()
                        .map(name ->
                                ImportColumn.of(name)
                                        .orElseThrow(() ->
                                                refused(
                                                        "unknown-column",
                                                        "There is no column " + name + ".")))
                        .toList();
        if (Set.copyOf(header).size() < header.size()) {
            throw refused("column-twice", "A column is there twice.");
        }
        if (!header.containsAll(Set.of(ImportColumn.EMPLOYEE_NUMBER, ImportColumn.NAME))) {
            throw refused("missing-column", "The columns employee_number and name are needed.");
        }
        return header;
    }

    private static Line line(List<ImportColumn> header, CsvRecord record) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (int i = 0; i < header.size(); i++) {
            var text = i < record.getFieldCount() ? record.getField(i) : "";
            cells.put(header.get(i), Spreadsheet.unguarded(text).strip());
        }
        return new Line(record.getStartingLineNumber(), cells);
    }

    private static InvalidInputException refused(String code, String detail) {
        return new InvalidInputException("file", code, detail);
    }
}
