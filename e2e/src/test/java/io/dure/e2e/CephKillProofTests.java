package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/// Bodies in Ceph's RGW.
@Tag("proof")
class CephKillProofTests implements BodiesElsewhere {
    private static final Path PROGRAM = Path.of("/usr/bin/radosgw");
    private static final Path AWS = Path.of("/usr/bin/aws");
    private static final Path SCRIPT = Launcher.DURE.resolveSibling("build/ceph/rgw.sh");
    private static final String BUCKET = "bodies";

    @TempDir Path folder;
    private Process ceph;
    private int port;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        for (var program : List.of(PROGRAM, AWS)) {
            assumeTrue(Files.isExecutable(program), program + " is not installed");
        }
        port = TestingDure.freePort();
        var started =
                new ProcessBuilder(
                                SCRIPT.toString(),
                                folder.resolve("ceph").toString(),
                                String.valueOf(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        ceph = started;
        if (!"ready".equals(started.inputReader().readLine())) {
            throw new IOException("the RGW did not start");
        }
        makeBucket();
    }

    private void makeBucket() throws IOException, InterruptedException {
        var aws =
                new ProcessBuilder(
                        AWS.toString(),
                        "s3",
                        "mb",
                        "s3://" + BUCKET,
                        "--endpoint-url",
                        "http://127.0.0.1:" + port);
        aws.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        aws.environment()
                .putAll(
                        Map.of(
                                "AWS_ACCESS_KEY_ID", "DURETESTINGKEY",
                                "AWS_SECRET_ACCESS_KEY", "duretestingsecret",
                                "AWS_DEFAULT_REGION", "us-east-1"));
        assertThat(aws.inheritIO().start().waitFor()).isZero();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "DURE_OBJECTS_S3_ENDPOINT",
                "http://127.0.0.1:" + port,
                "DURE_OBJECTS_S3_BUCKET",
                BUCKET,
                "DURE_OBJECTS_S3_KEY",
                "DURETESTINGKEY",
                "DURE_OBJECTS_S3_SECRET",
                "duretestingsecret");
    }

    @Override
    public Path folder() {
        return folder;
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (ceph != null) {
            ceph.destroy();
            ceph.waitFor(60, TimeUnit.SECONDS);
        }
    }
}
