package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;

import io.dure.platform.database.DataFolder;
import io.dure.platform.tenancy.SystemScope;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether the bodies in the data folder are those that the database names. With another database,
/// an empty one above all, everything in the store would look like nobody's, and be swept.
@Component
class Kinship {
    private static final Logger LOG = LoggerFactory.getLogger(Kinship.class);

    /// Segments of either form, and folders of files.
    private static final Pattern HOLDS_BODIES = Pattern.compile("slices|segments|[0-9a-f]{2}");

    private final Path mark;
    private final DSLContext sql;
    private final TransactionTemplate transaction;

    Kinship(DataFolder folder, DSLContext sql, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.mark = folder.folder("objects").resolve("database");
        this.sql = sql;
    }

    /// Whether they belong together, as far as anybody knows. A store without a mark is of before
    /// there were marks, or new; one that holds something, while the database knows of no buckets,
    /// has lost its database as well as its mark.
    boolean holds() throws IOException {
        var database = identifier();
        if (!Files.exists(mark)) {
            if (hasBodies() && !hasBuckets()) {
                LOG.error("storage.no-database mark={}", mark);
                return false;
            }
            adopt();
        }
        var known = Files.readString(mark).strip().equals(database);
        if (!known) {
            LOG.error("storage.other-database mark={}", mark);
        }
        return known;
    }

    /// Says that they belong together from now on; durable once it returns.
    void adopt() throws IOException {
        var next = mark.resolveSibling("database.next");
        Files.writeString(next, identifier() + "\n");
        force(next);
        Files.move(next, mark, StandardCopyOption.ATOMIC_MOVE);
        force(mark.resolveSibling(".").normalize());
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Where it is written what did not come back when rows were made anew.
    Path report() {
        return mark.resolveSibling("rebuild.txt");
    }

    private boolean hasBodies() throws IOException {
        try (var entries = Files.newDirectoryStream(mark.resolveSibling("."), Files::isDirectory)) {
            for (var folder : entries) {
                if (HOLDS_BODIES.matcher(String.valueOf(folder.getFileName())).matches()
                        && !isEmpty(folder)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private boolean hasBuckets() {
        return SystemScope.<Boolean, RuntimeException>call(
                "whether the database knows of buckets",
                () -> Objects.requireNonNull(transaction.execute(_ -> sql.fetchExists(BUCKET))));
    }

    /// What a database cluster is born with, and keeps in every physical copy.
    private String identifier() {
        return sql.fetchSingle("select system_identifier::text from pg_control_system()")
                .get(0, String.class);
    }
}
