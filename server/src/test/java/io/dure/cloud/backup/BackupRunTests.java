package io.dure.cloud.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.platform.database.Database;
import io.dure.platform.database.KeptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BackupRunTests {
    @Autowired Database database;
    @TempDir Path folder;

    @Test
    void filesThatCannotBeHeldFailTheBackupAndTheOthersAreLetGo() {
        var letGo = new AtomicBoolean();
        KeptFiles held = () -> () -> letGo.set(true);
        KeptFiles broken =
                () -> {
                    throw new IllegalStateException("cannot be held");
                };
        var postgres = Objects.requireNonNull(database.embedded());
        var run = new BackupRun(postgres, folder, List.of(held, broken), folder.resolve("backup"));

        run.run();

        assertThat(run.progress().state()).isEqualTo(Progress.State.FAILED);
        assertThat(run.progress().failure()).contains("cannot be held");
        assertThat(letGo).isTrue();
    }

    /// Heads ahead of the rows would say of a restored trail that it was cut.
    @Test
    void theTrailsHeadsAreCopiedBeforeTheRowsThatTheySign() throws Exception {
        var data = folder.resolve("data");
        Files.createDirectories(data.resolve("audit"));
        var backup = Files.createDirectory(folder.resolve("backup"));
        Files.writeString(data.resolve("audit/heads"), "before");
        var postgres = Objects.requireNonNull(database.embedded());
        var run = new BackupRun(postgres, data, List.of(), backup);
        var running = Thread.ofPlatform().start(run::run);
        while (Files.notExists(backup.resolve("postgres"))) {
            Thread.sleep(1);
        }

        Files.writeString(data.resolve("audit/heads"), "after");
        running.join();

        assertThat(run.progress().state()).isEqualTo(Progress.State.DONE);
        assertThat(backup.resolve("audit/heads")).hasContent("before");
    }
}
