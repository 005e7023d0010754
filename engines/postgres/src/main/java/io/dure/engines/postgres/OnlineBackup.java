package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// A copy of a data directory while its server serves, with the WAL that makes it consistent:
/// PostgreSQL's low-level base backup (PostgreSQL 18 §25.3.4), since the bundled build lacks
/// `pg_basebackup`.
///
/// The copy holds all that was committed when {@link #take} returns, and a start on it recovers by
/// itself.
public final class OnlineBackup {
    /// Recreated by the server, or of the running one only. PostgreSQL 18 §25.3.4.3.
    private static final Set<String> CONTENT_LEFT_OUT =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "dure.conf");

    private final Connection connection;
    private final Path data;
    private final Path target;

    private OnlineBackup(Connection connection, Path data, Path target) {
        this.connection = connection;
        this.data = data;
        this.target = target;
    }

    /// Copies the cluster that a connection leads to.
    ///
    /// @param connection of a superuser, used by nobody else meanwhile
    /// @param data the server's data directory
    /// @param target a folder that does not exist yet
    /// @throws IOException if a file cannot be copied; the target is then useless
    public static void take(Connection connection, Path data, Path target)
            throws SQLException, IOException {
        new OnlineBackup(connection, data, target).take();
    }

    private void take() throws SQLException, IOException {
        Files.createDirectories(target.getParent());
        Files.createDirectory(target, Durable.PRIVATE_FOLDER);
        // Ends with the session, and keeps the WAL since now from being recycled.
        query("select pg_create_physical_replication_slot('dure_backup', true, true)");
        try {
            query("select pg_backup_start('dure', fast => true)");
            copy();
            var label = query("select labelfile from pg_backup_stop(wait_for_archive => false)");
            Files.writeString(target.resolve("backup_label"), label);
            copyWal(label);
            Durable.sync(target);
        } finally {
            query("select pg_drop_replication_slot('dure_backup')");
        }
    }

    private void copy() throws IOException {
        Files.walkFileTree(
                data,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        var copy = target.resolve(data.relativize(folder));
                        if (!folder.equals(data)) {
                            Files.createDirectory(copy, Durable.PRIVATE_FOLDER);
                        }
                        if (folder.endsWith("pg_wal")) {
                            Files.createDirectory(
                                    copy.resolve("archive_status"), Durable.PRIVATE_FOLDER);
                        }
                        return CONTENT_LEFT_OUT.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (!isLeftOut(file.getFileName().toString())) {
                            copyIfThere(file, target.resolve(data.relativize(file)));
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

    private static boolean isLeftOut(String name) {
        return LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp");
    }

    /// A table dropped meanwhile is dropped again by the WAL.
    private static void copyIfThere(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(copy);
        }
    }

    /// From the segment where the backup began to the newest; a segment's name orders it.
    private void copyWal(String label) throws IOException {
        var first = label.substring(label.indexOf("(file ") + 6, label.indexOf(')'));
        try (var segments = Files.newDirectoryStream(data.resolve("pg_wal"))) {
            for (var segment : segments) {
                var name = segment.getFileName().toString();
                var isHistory = name.endsWith(".history");
                if (isHistory || (name.matches("[0-9A-F]{24}") && isFrom(first, name))) {
                    copyIfThere(segment, target.resolve("pg_wal").resolve(name));
                }
            }
        }
    }

    /// Compares without the timeline, the first 8 digits.
    private static boolean isFrom(String first, String name) {
        return name.substring(8).compareTo(first.substring(8)) >= 0;
    }

    private String query(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
