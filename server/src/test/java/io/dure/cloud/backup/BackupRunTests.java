package io.dure.cloud.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.platform.database.Database;
import io.dure.platform.database.KeptFiles;
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
}
