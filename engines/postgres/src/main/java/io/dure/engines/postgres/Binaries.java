package io.dure.engines.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs, unpacked once from the class path.
final class Binaries {
    /// Of the archives on the class path; part of the folder's name, so that an upgrade unpacks
    /// anew.
    static final String VERSION = "18.6";

    private static final int EXECUTABLE_BITS = 0111;

    private Binaries() {}

    /// @return the folder with `bin`, `lib` and `share`
    static Path unpack(Path home) {
        var folder = home.resolve("postgresql-" + VERSION);
        var complete = folder.resolve("complete");
        if (Files.exists(complete)) {
            return folder;
        }
        try (var archive = open()) {
            for (TarArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) {
                unpack(archive, entry, folder);
            }
            Files.writeString(complete, "");
            return folder;
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL cannot be unpacked to " + folder + ".", e);
        }
    }

    private static TarArchiveInputStream open() throws IOException {
        var name = "/postgres-linux-" + architecture() + ".txz";
        InputStream resource = Binaries.class.getResourceAsStream(name);
        if (resource == null) {
            throw new PostgresException("No PostgreSQL for this machine: " + name + " is missing.");
        }
        return new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(resource, 1 << 16)));
    }

    private static String architecture() {
        var name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder)
            throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & EXECUTABLE_BITS) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
