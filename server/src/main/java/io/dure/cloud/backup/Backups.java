package io.dure.cloud.backup;

import io.dure.engines.postgres.Postgres;
import io.dure.platform.database.DataFolder;
import io.dure.platform.database.Database;
import io.dure.platform.database.KeptFiles;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes backups, one at a time, while the server serves.
@Service
public class Backups {
    private final Database database;
    private final DataFolder data;
    private final List<KeptFiles> kept;
    private volatile @Nullable BackupRun newest;

    Backups(Database database, DataFolder data, List<KeptFiles> kept) {
        this.database = database;
        this.data = data;
        this.kept = kept;
    }

    /// Begins a backup and returns at once.
    ///
    /// @param folder an absolute path; made if it is not there, and must be empty
    /// @throws BackupRefusedException if another one runs, the folder cannot take it, or PostgreSQL
    ///   is not the embedded one
    public synchronized Progress begin(Caller caller, String folder) {
        caller.require(BackupCapabilities.TAKE);
        var target = target(folder);
        if (newest().filter(BackupRun::isRunning).isPresent()) {
            throw new BackupRefusedException("A backup is being taken already.");
        }
        var run = new BackupRun(embedded(), data.path(), kept, target);
        newest = run;
        Thread.ofVirtual().name("backup").start(run::run);
        return run.progress();
    }

    /// @return how far the newest is, if any was taken since the server started
    public Optional<Progress> progress(Caller caller) {
        caller.require(BackupCapabilities.TAKE);
        return newest().map(BackupRun::progress);
    }

    private Optional<BackupRun> newest() {
        return Optional.ofNullable(newest);
    }

    private Postgres embedded() {
        var postgres = database.embedded();
        if (postgres == null) {
            throw new BackupRefusedException(
                    "The database is an external PostgreSQL, which its own tools back up.");
        }
        return postgres;
    }

    private Path target(String folder) {
        try {
            var path = Path.of(folder);
            requireUsable(path);
            Files.createDirectories(path);
            // It will hold keys.
            return Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString("rwx------"));
        } catch (InvalidPathException | IOException e) {
            throw new BackupRefusedException("The folder " + folder + " cannot be made.");
        }
    }

    private void requireUsable(Path path) throws IOException {
        if (!path.isAbsolute() || path.normalize().startsWith(data.path())) {
            throw new BackupRefusedException(
                    "The folder must be an absolute path outside the data folder.");
        }
        if (Files.isDirectory(path)) {
            try (var entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw new BackupRefusedException("The folder " + path + " is not empty.");
                }
            }
        }
    }
}
