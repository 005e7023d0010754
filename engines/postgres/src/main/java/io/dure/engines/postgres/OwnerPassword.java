package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The cluster owner's password, made at the first start and readable by this user alone.
final class OwnerPassword {
    private static final int BYTES = 24;

    private OwnerPassword() {}

    static Path file(Path home) {
        return home.resolve("owner.password");
    }

    static String read(Path home) throws IOException {
        return Files.readString(file(home)).strip();
    }

    static void createIfMissing(Path home) throws IOException {
        if (Files.exists(file(home))) {
            return;
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var draft = home.resolve("owner.password.new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n");
        // initdb keeps its side of the secret durably: lost here, nobody could enter any more.
        Durable.force(draft);
        Files.move(draft, file(home));
        Durable.force(home);
    }
}
