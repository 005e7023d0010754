package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The restore drill of docs/operating/backup.md, as it is written there.
class BackupTests {
    private static final String PASSWORD = "correct-horse-7-battery";

    @TempDir Path folder;

    @Test
    void rowsAndObjectsAgreeAfterARestoreThoughPeopleWroteAndDeletedMeanwhile() throws Exception {
        var backup = folder.resolve("backup");
        int before;
        try (var dure = TestingDure.up(folder.resolve("data"));
                var owner = owner(dure)) {
            var writer = new Writer(owner);
            var thread = Thread.ofVirtual().start(writer);
            writer.awaitWritten(20);
            before = writer.written();
            assertThat(operate(dure, "backup", backup.toString()).output()).contains("holds");
            writer.stop();
            thread.join();
            operate(dure, "tenant", "create", "later", "Too late", "--owner", "lee");
        }

        var restored = folder.resolve("restored");
        var outcome =
                Launcher.run(folder, "restore", backup.toString(), "--data", restored.toString());
        assertThat(outcome.output()).contains("is restored");

        try (var dure = TestingDure.up(restored);
                var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", PASSWORD);
            assertThat(Writer.readAll(owner)).isGreaterThanOrEqualTo(before / 2);
            assertThat(operate(dure, "tenant", "list").output())
                    .contains("한빛정밀")
                    .doesNotContain("Too late");
            assertThat(operate(dure, "audit", "verify").code()).isZero();
        }
    }

    @Test
    void aBackupGoesToAnEmptyFolderOnly() throws Exception {
        Files.writeString(folder.resolve("other"), "");
        try (var dure = TestingDure.up(folder.resolve("data"))) {
            var outcome = operate(dure, "backup", folder.toString());

            assertThat(outcome.output()).contains("is not empty");
            assertThat(outcome.code()).isEqualTo(1);
        }
    }

    @Test
    void halfABackupIsNotRestored() throws Exception {
        var half = Files.createDirectory(folder.resolve("half"));

        var outcome =
                Launcher.run(
                        folder,
                        "restore",
                        half.toString(),
                        "--data",
                        folder.resolve("d").toString());

        assertThat(outcome.output()).contains("is no complete backup");
        assertThat(folder.resolve("d")).doesNotExist();
    }

    private static Visitor owner(TestingDure dure) throws IOException, InterruptedException {
        var link = operate(dure, "tenant", "create", "hanbit", "한빛정밀", "--owner", "kim").output();
        var owner = new Visitor(dure.address());
        owner.accept("hanbit", link, PASSWORD);
        owner.post("/api/o/hanbit/storage/buckets", Map.of("name", Writer.BUCKET));
        return owner;
    }

    private static Launcher.Outcome operate(TestingDure dure, String... words)
            throws IOException, InterruptedException {
        var all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data";
        all[words.length + 1] = dure.data().toString();
        return Launcher.run(Path.of("."), all);
    }
}
