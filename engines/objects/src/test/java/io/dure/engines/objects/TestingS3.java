package io.dure.engines.objects;

import io.dure.engines.objects.access.AccessKey;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/// A server for all tests of a class, and a client of it that may do everything.
final class TestingS3 implements BeforeAllCallback, AfterAllCallback {
    private @Nullable S3ServerFixture server;
    private @Nullable AccessKey key;
    private @Nullable S3Client client;

    @Override
    public void beforeAll(ExtensionContext context) {
        var started = new S3ServerFixture();
        server = started;
        key = started.key();
        client = started.client(key());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client().close();
        server().close();
    }

    S3ServerFixture server() {
        return Objects.requireNonNull(server);
    }

    /// Of the client.
    AccessKey key() {
        return Objects.requireNonNull(key);
    }

    S3Client client() {
        return Objects.requireNonNull(client);
    }

    /// The name of a bucket of its own, for each call.
    String bucket() {
        return bucket(_ -> {});
    }

    /// The same, made as the request says.
    String bucket(Consumer<CreateBucketRequest.Builder> how) {
        var name = "b-" + UUID.randomUUID().toString().substring(0, 8);
        client().createBucket(b -> how.accept(b.bucket(name)));
        return name;
    }
}
