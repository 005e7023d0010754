package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Metadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A database that cannot, though the bodies have all the room they need.
class DatabaseTroubleTests {
    private final AtomicReference<SQLException> trouble = new AtomicReference<>();
    private S3ServerFixture server;

    @BeforeEach
    void start() {
        var plenty = new InMemoryMetadata(S3ServerFixture.QUOTA_BYTES);
        server =
                new S3ServerFixture(
                        Patience.DEFAULT, S3ServerFixture.newFolder(), troubled(plenty));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFullOneIsSaidAsAFullDiskIs() {
        assertThatPutIs(
                507, "InsufficientStorage", new SQLException("could not extend file", "53100"));
    }

    @Test
    void oneThatIsTooBusyIsWorthAnotherTry() {
        assertThatPutIs(
                503,
                "ServiceUnavailable",
                new SQLTransientConnectionException("request timed out after 30000ms"));
    }

    private void assertThatPutIs(int status, String code, SQLException reason) {
        trouble.set(reason);
        try (var s3 = server.client(server.key())) {
            s3.createBucket(b -> b.bucket("bucket"));

            assertThatThrownBy(() ->
                            s3.putObject(
                                    b -> b.bucket("bucket").key("key"),
                                    RequestBody.fromString("text")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> {
                                assertThat(e.statusCode()).isEqualTo(status);
                                assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                            });
        }
    }

    /// Answers to a put as PostgreSQL or its pool does then, in what its users wrap it in.
    private Metadata troubled(Metadata metadata) {
        return (Metadata)
                Proxy.newProxyInstance(
                        Metadata.class.getClassLoader(),
                        new Class<?>[] {Metadata.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("put")) {
                                throw new IllegalStateException(trouble.get());
                            }
                            try {
                                return method.invoke(metadata, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
