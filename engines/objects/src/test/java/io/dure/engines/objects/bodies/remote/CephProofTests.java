package io.dure.engines.objects.bodies.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Bodies in Ceph's RGW.
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
class CephProofTests implements RemoteStoreContract {
    private @Nullable TestingCeph ceph;
    private TestingBucket bucket;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        ceph = TestingCeph.start(folder);
    }

    @BeforeEach
    void makeBucket() {
        bucket = Objects.requireNonNull(ceph).bucket();
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
    void stop() throws InterruptedException {
        if (ceph != null) {
            ceph.stop();
        }
    }
}
