package io.dure.cloud.backup;

import io.dure.engines.postgres.OnlineBackup;
import io.dure.engines.postgres.Postgres;
import io.dure.platform.database.KeptFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One backup.
///
/// The order makes rows and files agree: nothing is deleted from before the database's copy began
/// until the last file is copied, and a file is on disk before a row names it, so each copied row
/// finds its file. Files that no copied row names do no harm; the restored server sweeps them.
final class BackupRun {
    private static final Logger LOG = LoggerFactory.getLogger(BackupRun.class);

    /// Signs how far the trails reach: ahead of the rows it would say that they were cut, behind
    /// them it is caught up. So it is copied before them.
    private static final String TRAIL = "audit";

    /// Copied otherwise, or of the running server only.
    private static final Set<String> LEFT_OUT =
            Set.of("postgres", "lock", "address", "holder", TRAIL);

    /// Written last: a folder without it is no backup.
    static final String COMPLETE = "complete";

    private final Postgres postgres;
    private final Path data;
    private final List<KeptFiles> kept;
    private final Path target;
    private volatile Progress progress;

    BackupRun(Postgres postgres, Path data, List<KeptFiles> kept, Path target) {
        this.postgres = postgres;
        this.data = data;
        this.kept = kept;
        this.target = target;
        this.progress =
                new Progress(target.toString(), Progress.State.DATABASE, 0, Optional.empty());
    }

    Progress progress() {
        return progress;
    }

    boolean isRunning() {
        return switch (progress.state()) {
            case DATABASE, FILES -> true;
            case DONE, FAILED -> false;
        };
    }

    void run() {
        var holds = new ArrayList<KeptFiles.Hold>();
        try {
            kept.forEach(files -> holds.add(files.hold()));
            copyFiles(data.resolve(TRAIL));
            copyDatabase();
            enter(Progress.State.FILES, Optional.empty());
            copyFiles(data);
            writeDurably(target.resolve(COMPLETE));
            enter(Progress.State.DONE, Optional.empty());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("backup.failed folder={}", target, e);
            enter(Progress.State.FAILED, Optional.of(String.valueOf(e.getMessage())));
        } finally {
            holds.forEach(KeptFiles.Hold::close);
        }
    }

    private void enter(Progress.State state, Optional<String> failure) {
        progress = new Progress(target.toString(), state, progress.bytes(), failure);
    }

    private void copyDatabase() throws IOException, SQLException {
        var home = Files.createDirectory(target.resolve("postgres"));
        var source = postgres.dataFolder();
        try (var connection = postgres.connect("postgres")) {
            OnlineBackup.take(connection, source, home.resolve("data"));
        }
        copy(source.resolveSibling("owner.password"), home.resolve("owner.password"));
    }

    private void copyFiles(Path from) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (!folder.equals(from) && isLeftOut(folder)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(target.resolve(data.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (!isLeftOut(file)) {
                            copy(file, target.resolve(data.relativize(file)));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
    }

    private boolean isLeftOut(Path entry) {
        return data.equals(entry.getParent()) && LEFT_OUT.contains(entry.getFileName().toString());
    }

    /// A file that vanished was a draft, which nobody names.
    private void copy(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            return;
        }
        force(copy);
        progress =
                new Progress(
                        progress.folder(),
                        progress.state(),
                        progress.bytes() + Files.size(copy),
                        Optional.empty());
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void writeDurably(Path file) throws IOException {
        try (var folders = Files.walk(target)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                force(folder);
            }
        }
        Files.writeString(file, "");
        force(file);
        force(target);
    }
}
