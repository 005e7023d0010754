package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The AWS SDK for JavaScript; what it does is in `e2e/javascript/s3.test.js`.
class JavaScriptClientTests {
    private static final Path SCRIPTS = Path.of("javascript").toAbsolutePath();
    private static final int PATIENCE_MINUTES = 5;

    @Test
    void theNewerFeaturesOfS3Work(@TempDir Path folder) throws Exception {
        assumeTrue(
                Files.exists(SCRIPTS.resolve("node_modules/@aws-sdk/client-s3")),
                "the SDK is not installed: npm ci in e2e/javascript");
        try (var dure = TestingDure.up(folder.resolve("data"));
                var renter = Renter.of(dure)) {
            var output = folder.resolve("output");
            var builder = new ProcessBuilder(node(), "--test", "--test-reporter=spec");
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(renter.environment());
            builder.environment().put("S3_ENDPOINT", dure.s3Address());
            builder.environment().put("S3_BUCKET", Renter.BUCKET);
            var process =
                    builder.directory(SCRIPTS.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();

            var ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();

            var said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as(said).isTrue();
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("fail 0");
        }
    }

    private static String node() {
        var chosen = System.getenv("DURE_NODE");
        return chosen == null || chosen.isEmpty() ? "node" : chosen;
    }
}
