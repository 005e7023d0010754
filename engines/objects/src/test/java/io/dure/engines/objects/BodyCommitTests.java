package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.error.UnaskedException;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyCommitTests {
    @TempDir Path folder;

    @Test
    void aBodyThatTheMetadataRefusedIsRemoved() throws IOException {
        var bodies = TestingBodies.clear(folder).bodies();

        var body =
                write(
                        bodies,
                        () -> {
                            throw new S3Exception(S3Error.QUOTA_EXCEEDED);
                        });

        assertThat(bodies.open(List.of(body))).isEmpty();
    }

    @Test
    void aBodyThatTheMetadataCouldNotBeAskedAboutIsRemoved() throws IOException {
        var bodies = TestingBodies.clear(folder).bodies();

        var body =
                write(
                        bodies,
                        () -> {
                            throw new UnaskedException(new IllegalStateException("none is free"));
                        });

        assertThat(bodies.open(List.of(body))).isEmpty();
    }

    /// A connection may break after the commit was sent: the row is there, although nobody heard.
    @Test
    void aBodyThatTheMetadataMayHaveTakenStays() throws IOException {
        var bodies = TestingBodies.clear(folder).bodies();

        var body =
                write(
                        bodies,
                        () -> {
                            throw new IllegalStateException("the connection broke");
                        });

        assertThat(bodies.open(List.of(body))).isPresent();
    }

    private static StoredBody write(Bodies bodies, Supplier<Boolean> naming) throws IOException {
        try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
            writer.write(new byte[] {1, 2, 3}, 0, 3);
            var body = writer.finish(TestingBodies.description());
            assertThatThrownBy(() -> writer.commit(naming)).isInstanceOf(RuntimeException.class);
            return body;
        }
    }
}
