package io.dure.cloud.demo;

import io.dure.platform.database.DataFolder;
import io.dure.platform.identity.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

/// The one password of all demonstration sign-ins: drawn once a data folder, so that a
/// demonstration that somebody can reach from outside is not open to whoever knows Dure.
@Component
class DemoPassword {
    private static final String FILE = "demo.password";
    private static final int LENGTH = 16;

    private final DataFolder folder;

    DemoPassword(DataFolder folder) {
        this.folder = folder;
    }

    String text() {
        var file = folder.path().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                folder.write(FILE, Secret.random().text().substring(0, LENGTH));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
