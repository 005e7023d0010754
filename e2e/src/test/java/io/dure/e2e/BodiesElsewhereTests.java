package io.dure.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Bodies in the S3 of another Dure.
class BodiesElsewhereTests implements BodiesElsewhere {
    @TempDir Path folder;
    private TestingDure service;
    private Renter renter;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        service = TestingDure.up(folder.resolve("service"));
        renter = Renter.of(service);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "DURE_OBJECTS_S3_ENDPOINT", service.s3Address(),
                "DURE_OBJECTS_S3_BUCKET", Renter.BUCKET,
                "DURE_OBJECTS_S3_PREFIX", "bodies/",
                "DURE_OBJECTS_S3_KEY", renter.keyId(),
                "DURE_OBJECTS_S3_SECRET", renter.secret());
    }

    @Override
    public Path folder() {
        return folder;
    }

    @AfterEach
    void stop() throws IOException {
        renter.close();
        service.close();
    }
}
