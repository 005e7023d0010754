package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When `./dure` builds, and when what is there will do. The jar of these builds is none, so every
/// start ends after the build.
class BuildTests {
    private static final String BUILD =
            """
            echo built >>builds
            touch server/target/server-1.jar
            """;

    @TempDir Path folder;

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        var clone = TestingClone.in(folder, BUILD);

        up(clone);
        up(clone);

        assertThat(builds()).hasSize(1);
    }

    @Test
    void anEditDuringABuildIsBuiltByTheNextStart() throws Exception {
        var clone = TestingClone.in(folder, "echo edited >engines/Source.java\n" + BUILD);

        up(clone);
        up(clone);
        up(clone);

        assertThat(builds()).hasSize(2);
    }

    @Test
    void aDeletedSourceIsAnEdit() throws Exception {
        var clone = TestingClone.in(folder, BUILD);
        Files.writeString(folder.resolve("engines/Source.java"), "");
        up(clone);

        Files.delete(folder.resolve("engines/Source.java"));
        up(clone);

        assertThat(builds()).hasSize(2);
    }

    @Test
    void aBuildThatFailedIsNoneThoughTheSourcesAreAsBefore() throws Exception {
        var clone = TestingClone.in(folder, BUILD + "[ ! -f engines/Wrong.java ]\n");
        up(clone);
        Files.writeString(folder.resolve("engines/Wrong.java"), "");
        up(clone);

        Files.delete(folder.resolve("engines/Wrong.java"));
        up(clone);

        assertThat(builds()).hasSize(3);
    }

    private void up(TestingClone clone) throws IOException, InterruptedException {
        Launcher.run(List.of(clone.folder().resolve("dure").toString()), folder, "up");
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds"));
    }
}
