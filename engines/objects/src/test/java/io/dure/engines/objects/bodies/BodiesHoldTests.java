package io.dure.engines.objects.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesHoldTests {
    @TempDir Path folder;
    private Bodies bodies;

    @BeforeEach
    void open() throws IOException {
        bodies = TestingBodies.clear(folder.resolve("objects")).bodies();
    }

    @Test
    void whileABackupHoldsThemBodiesAreNotDeleted() throws Exception {
        var body = store();

        try (var _ = bodies.hold()) {
            bodies.delete(List.of(body));

            assertThat(isThere(body)).isTrue();
        }
    }

    @Test
    void afterwardsTheyAre() throws Exception {
        var body = store();
        bodies.hold().close();

        bodies.delete(List.of(body));

        assertThat(isThere(body)).isFalse();
    }

    private boolean isThere(StoredBody body) throws IOException {
        var opened = bodies.open(List.of(body));
        if (opened.isPresent()) {
            opened.get().close();
        }
        return opened.isPresent();
    }

    private StoredBody store() throws IOException {
        try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
            writer.write(new byte[] {1, 2, 3}, 0, 3);
            var body = writer.finish(TestingBodies.description());
            return writer.commit(() -> body);
        }
    }
}
