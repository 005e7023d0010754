package io.dure.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The organisation `hanbit`, with a bucket and a key for S3 clients.
record Renter(Visitor owner, String keyId, String secret) implements AutoCloseable {
    static final String BUCKET = "papers";
    static final String PASSWORD = "correct-horse-7-battery";

    static Renter of(TestingDure dure) throws IOException, InterruptedException {
        return of(dure, Launcher.DURE);
    }

    /// @param launcher of the release that serves
    static Renter of(TestingDure dure, Path launcher) throws IOException, InterruptedException {
        var created =
                Launcher.run(
                        launcher,
                        Path.of("."),
                        "tenant",
                        "create",
                        "hanbit",
                        "한빛정밀",
                        "--owner",
                        "kim",
                        "--data",
                        dure.data().toString());
        var owner = new Visitor(dure.address());
        owner.accept("hanbit", created.output(), PASSWORD);
        owner.post("/api/o/hanbit/storage/buckets", Map.of("name", BUCKET));
        var key =
                owner.post(
                        "/api/o/hanbit/storage/keys",
                        Map.of(
                                "kind",
                                "APPLICATION",
                                "name",
                                "clients",
                                "rights",
                                List.of("READ", "WRITE", "BUCKETS")));
        return new Renter(
                owner, key.path("key").path("id").asString(), key.path("secret").asString());
    }

    /// What S3 clients read their credentials from.
    Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", keyId,
                "AWS_SECRET_ACCESS_KEY", secret,
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                "LC_ALL", "C.UTF-8");
    }

    @Override
    public void close() {
        owner.close();
    }
}
