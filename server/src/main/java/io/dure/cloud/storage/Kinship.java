package io.dure.cloud.storage;

import io.dure.platform.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether the bodies in the data folder are those that the database names. With another database,
/// an empty one above all, everything in the store would look like nobody's, and be swept.
@Component
class Kinship {
    private static final Logger LOG = LoggerFactory.getLogger(Kinship.class);

    private final Path mark;
    private final DSLContext sql;

    Kinship(DataFolder folder, DSLContext sql) {
        this.mark = folder.folder("objects").resolve("database");
        this.sql = sql;
    }

    /// Whether they belong together, as far as anybody knows. A store without a mark is of before
    /// there were marks, or new.
    boolean holds() throws IOException {
        var database = identifier();
        if (!Files.exists(mark)) {
            Files.writeString(mark, database + "\n");
        }
        var known = Files.readString(mark).strip().equals(database);
        if (!known) {
            LOG.error("storage.other-database mark={}", mark);
        }
        return known;
    }

    /// What a database cluster is born with, and keeps in every physical copy.
    private String identifier() {
        return sql.fetchSingle("select system_identifier::text from pg_control_system()")
                .get(0, String.class);
    }
}
