package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// boto3; what it does is in `e2e/python/s3_test.py`.
class PythonClientTests {
    private static final Path SCRIPT = Path.of("python/s3_test.py").toAbsolutePath();
    private static final int PATIENCE_MINUTES = 5;

    @Test
    void theFeaturesOfS3Work(@TempDir Path folder) throws Exception {
        var python = python();
        assumeTrue(python.isPresent(), "no Python with boto3 is installed");
        try (var dure = TestingDure.up(folder.resolve("data"));
                var renter = Renter.of(dure)) {
            var output = folder.resolve("output");
            var builder = new ProcessBuilder(python.get(), SCRIPT.toString());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(renter.environment());
            builder.environment().put("S3_ENDPOINT", dure.s3Address());
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();

            var ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();

            var said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as(said).isTrue();
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).containsPattern("(?m)^Ran \\d\\d tests");
        }
    }

    /// The one that is chosen, the one on the path, or Debian's: the first that has boto3.
    private static Optional<String> python() throws IOException, InterruptedException {
        var candidates =
                Stream.of(System.getenv("DURE_PYTHON"), "python3", "/usr/bin/python3")
                        .filter(Objects::nonNull)
                        .toList();
        for (var candidate : candidates) {
            if (hasBoto3(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean hasBoto3(String python) throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder(List.of(python, "-c", "import boto3"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
