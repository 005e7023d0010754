package io.dure.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/// Makes a data folder of a backup. The next `up` recovers the database from it.
final class Restore {
    static final Command COMMAND =
            new Command(
                    "restore",
                    List.of("DIR"),
                    List.of(),
                    "Makes the data folder of a backup; it must not be there yet.",
                    Restore::run);

    private Restore() {}

    private static String run(CommandLine line) {
        var backup = Path.of(line.word(0)).toAbsolutePath().normalize();
        var data = line.dataFolder().toAbsolutePath().normalize();
        if (!Files.exists(backup.resolve("complete"))) {
            throw new RefusedException(backup + " is no complete backup.");
        }
        try {
            if (Files.exists(data)) {
                throw new RefusedException(
                        "The data folder " + data + " is there already; move it away first.");
            }
            copy(backup, data);
            return "%s is restored; start it with ./dure up --data %s%n".formatted(data, data);
        } catch (IOException e) {
            throw new RefusedException("The backup cannot be copied: " + e.getMessage() + ".");
        }
    }

    /// Under another name first, so that half a copy is never taken for a data folder.
    private static void copy(Path backup, Path data) throws IOException {
        Files.createDirectories(Objects.requireNonNull(data.getParent()));
        var draft = data.resolveSibling(data.getFileName() + ".restoring");
        if (Files.exists(draft)) {
            throw new RefusedException(
                    draft + " is left from a restore that was cut short; delete it first.");
        }
        try (var files = Files.walk(backup)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        draft.resolve(backup.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.delete(draft.resolve("complete"));
        // Once all is there: a folder is on disk with the names that it then has.
        try (var copies = Files.walk(draft)) {
            for (var copy : copies.toList()) {
                force(copy);
            }
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        force(data.resolveSibling("."));
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
