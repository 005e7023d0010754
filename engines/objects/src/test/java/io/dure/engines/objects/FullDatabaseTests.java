package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Metadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Room for bodies, and none for their names.
class FullDatabaseTests {
    private final Metadata plenty = new InMemoryMetadata(S3ServerFixture.QUOTA_BYTES);
    private S3ServerFixture server;

    @BeforeEach
    void start() {
        server =
                new S3ServerFixture(
                        Patience.DEFAULT, S3ServerFixture.newFolder(), onAFullDisk(plenty));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isSaidAsAFullDiskIs() {
        try (var s3 = server.client(server.key())) {
            s3.createBucket(b -> b.bucket("bucket"));

            assertThatThrownBy(() ->
                            s3.putObject(
                                    b -> b.bucket("bucket").key("key"),
                                    RequestBody.fromString("text")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> {
                                assertThat(e.statusCode()).isEqualTo(507);
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("InsufficientStorage");
                            });
        }
    }

    /// As PostgreSQL answers then, in what its users wrap it in.
    private static Metadata onAFullDisk(Metadata metadata) {
        return (Metadata)
                Proxy.newProxyInstance(
                        Metadata.class.getClassLoader(),
                        new Class<?>[] {Metadata.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("put")) {
                                throw new IllegalStateException(
                                        new SQLException("could not extend file", "53100"));
                            }
                            try {
                                return method.invoke(metadata, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
