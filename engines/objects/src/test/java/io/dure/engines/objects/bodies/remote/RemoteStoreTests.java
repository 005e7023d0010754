package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.S3ServerFixture;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Bodies in a bucket of this very S3.
@TestInstance(Lifecycle.PER_CLASS)
class RemoteStoreTests implements RemoteStoreContract {
    private S3ServerFixture service;
    private TestingBucket bucket;

    @BeforeAll
    void start() {
        service = new S3ServerFixture();
    }

    @BeforeEach
    void makeBucket() {
        bucket =
                new TestingBucket(
                        URI.create("http://127.0.0.1:" + service.port()),
                        service.key().id(),
                        S3ServerFixture.SECRET);
    }

    @Override
    public TestingBucket bucket() {
        return bucket;
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @AfterAll
    void stop() {
        service.close();
    }
}
