package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The steps of docs/operating/lost-database.md, as they are written there; the server is killed in
/// the middle of them.
class LostDatabaseTests {
    @TempDir Path folder;

    @Test
    void bucketsAndObjectsComeBackFromTheStoreAlone() throws Exception {
        var data = folder.resolve("data");
        int before;
        try (var dure = TestingDure.up(data);
                var renter = Renter.of(dure)) {
            var writer = new Writer(renter.owner());
            var thread = Thread.ofVirtual().start(writer);
            writer.awaitWritten(20);
            writer.stop();
            thread.join();
            before = Writer.readAll(renter.owner());
        }
        for (var lost : List.of("postgres", "audit", "usage")) {
            delete(data.resolve(lost));
        }

        try (var dure = TestingDure.up(data)) {
            var begun = Launcher.process(words(dure, "objects", "rebuild")).start();
            begun.getOutputStream().close();
            dure.kill();
            begun.waitFor();
        }

        try (var dure = TestingDure.up(data);
                var owner = new Visitor(dure.address())) {
            // It may have been through.
            var rebuilt = operate(dure, "objects", "rebuild").output();
            assertThat(rebuilt).containsAnyOf("1 buckets came back", "There are buckets");
            assertThat(operate(dure, "objects", "rebuild").output()).contains("There are buckets");
            assertThat(operate(dure, "tenant", "list").output()).contains("한빛정밀");
            var link = operate(dure, "tenant", "invite", "hanbit", "--owner", "lee").output();
            owner.accept("hanbit", link, Renter.PASSWORD);
            assertThat(Writer.readAll(owner)).isEqualTo(before);
            assertThat(operate(dure, "tenant", "invite", "hanbit", "--owner", "choi").code())
                    .isEqualTo(1);
        }
    }

    private static List<String> words(TestingDure dure, String... words) {
        var all = new ArrayList<String>();
        all.add(Launcher.DURE.toString());
        all.addAll(List.of(words));
        all.addAll(List.of("--data", dure.data().toString()));
        return all;
    }

    private static Launcher.Outcome operate(TestingDure dure, String... words)
            throws IOException, InterruptedException {
        var all = words(dure, words);
        return Launcher.run(Path.of("."), all.subList(1, all.size()).toArray(String[]::new));
    }

    private static void delete(Path gone) throws IOException {
        if (Files.exists(gone)) {
            try (var files = Files.walk(gone)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
