package io.dure.platform.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes everybody into a file that an import reads back.
@Service
public class Exports {
    /// So that spreadsheets read it as UTF-8.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Present.Reader reader;

    Exports(Present.Reader reader) {
        this.reader = reader;
    }

    /// @return CSV of all who are not deactivated
    @Transactional(readOnly = true)
    public String csv(Caller caller) {
        caller.require(PeopleCapabilities.MANAGE);
        var present = reader.read();
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            write(present, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Present present, CsvWriter csv) {
        var posts = new ImportPosts(present);
        csv.writeRecord(Stream.of(ImportColumn.values()).map(ImportColumn::header).toList());
        present.people().stream()
                .filter(card -> card.person().state() != Person.State.INACTIVE)
                .map(card -> cells(card, posts))
                .forEach(cells ->
                        csv.writeRecord(
                                cells.values().stream().map(Spreadsheet::guarded).toList()));
    }

    private static Map<ImportColumn, String> cells(Card card, ImportPosts posts) {
        var person = card.person();
        var profile = card.profile();
        var main = card.posts().main();
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        cells.put(ImportColumn.EMPLOYEE_NUMBER, person.employeeNumber().orElse(""));
        cells.put(ImportColumn.NAME, person.name());
        cells.put(ImportColumn.LATIN_NAME, profile.latinName());
        cells.put(ImportColumn.CHINESE_NAME, profile.chineseName());
        cells.put(ImportColumn.LOGIN, person.login());
        cells.put(ImportColumn.EMAIL, person.email().orElse(""));
        cells.put(ImportColumn.PHONE, profile.phone());
        cells.put(ImportColumn.EXTENSION, profile.extension());
        cells.put(ImportColumn.MOBILE, profile.mobile());
        cells.put(ImportColumn.BIRTHDAY, profile.birthday().map(LocalDate::toString).orElse(""));
        cells.put(ImportColumn.HIRED_ON, profile.hiredOn().map(LocalDate::toString).orElse(""));
        cells.put(ImportColumn.LANGUAGE, profile.language().orElse(""));
        cells.put(ImportColumn.DEPARTMENT, main.map(posts::path).orElse(""));
        cells.put(ImportColumn.RANK, main.map(posts::rank).orElse(""));
        cells.put(ImportColumn.TITLE, main.map(posts::title).orElse(""));
        cells.put(ImportColumn.DUTY, main.map(Post::duty).orElse(""));
        cells.put(ImportColumn.CONCURRENT_POSTS, posts.write(card.posts()));
        return cells;
    }
}
