package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.platform.database.DataFolder;
import io.dure.platform.tenancy.SystemScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether the bodies in the store are those that the database names. With another database, an
/// empty one above all, everything in the store would look like nobody's, and be swept. So would
/// what is newer than a backup, if a server that was restored from it came to a store that another
/// one serves from.
@Component
class Kinship {
    private static final Logger LOG = LoggerFactory.getLogger(Kinship.class);

    /// The note in the store.
    private static final String MARK = "database";

    /// In the data folder, and in no backup of it.
    private static final String HOLDER = "holder";

    private final Bodies bodies;
    private final ObjectsSettings settings;
    private final DataFolder folder;
    private final DSLContext sql;
    private final TransactionTemplate transaction;

    Kinship(
            Bodies bodies,
            ObjectsSettings settings,
            DataFolder folder,
            DSLContext sql,
            TransactionTemplate transaction) {
        this.bodies = bodies;
        this.settings = settings;
        this.folder = folder;
        this.sql = sql;
        this.transaction = transaction;
    }

    /// Whether they belong together, as far as anybody knows. A store without a mark is of before
    /// there were marks, or new; one that holds something, while the database knows of no buckets,
    /// has lost its database as well as its mark.
    boolean holds() throws IOException {
        var own = own();
        var mark = bodies.note(MARK);
        if (mark.isEmpty()) {
            if (!bodies.isEmpty() && !hasBuckets()) {
                LOG.error("storage.no-database");
                return false;
            }
            adopt();
            return true;
        }
        if (!mark.get().equals(own)) {
            LOG.error("storage.other-database mark={} own={}", mark.get(), own);
        }
        return mark.get().equals(own);
    }

    /// Says that they belong together from now on; durable once it returns.
    void adopt() throws IOException {
        bodies.note(MARK, own());
    }

    /// Where it is written what did not come back when rows were made anew.
    Path report() {
        return folder.folder("objects").resolve("rebuild.txt");
    }

    private boolean hasBuckets() {
        return SystemScope.<Boolean, RuntimeException>call(
                "whether the database knows of buckets",
                () -> Objects.requireNonNull(transaction.execute(_ -> sql.fetchExists(BUCKET))));
    }

    private String own() throws IOException {
        return settings.remote().isEmpty() ? identifier() : identifier() + " " + holder();
    }

    /// What a database cluster is born with, and keeps in every physical copy.
    private String identifier() {
        return sql.fetchSingle("select system_identifier::text from pg_control_system()")
                .get(0, String.class);
    }

    /// Which data folder looks after a store that several could reach.
    private synchronized String holder() throws IOException {
        var file = folder.path().resolve(HOLDER);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            var made = UUID.randomUUID().toString();
            folder.write(HOLDER, made + "\n");
            return made;
        }
    }
}
