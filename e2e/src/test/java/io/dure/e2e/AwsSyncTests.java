package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `aws s3 sync` of a folder, while the server is killed.
class AwsSyncTests {
    private static final String AWS = "/usr/bin/aws";
    private static final int FILES = 600;
    private static final int BEFORE_THE_KILL = 80;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// What the client says of each file whose upload was answered with success.
    private static final Pattern UPLOADED =
            Pattern.compile("^upload: .* to s3://papers/(.*)$", Pattern.MULTILINE);

    @TempDir Path folder;
    private Path source;

    @BeforeEach
    void makeAFolder() throws IOException {
        assumeTrue(Files.isExecutable(Path.of(AWS)), AWS + " is not installed");
        source = Files.createDirectories(folder.resolve("원본"));
        var random = new Random(23);
        for (var i = 0; i < FILES; i++) {
            var bytes = new byte[random.nextInt(i % 50 == 0 ? 1 << 20 : 20_000)];
            random.nextBytes(bytes);
            var below = Files.createDirectories(source.resolve("부서 " + i % 7));
            Files.write(below.resolve("보고서 " + i + ".txt"), bytes);
        }
    }

    @Test
    void whatASyncWasToldIsStoredIsThereAfterKillDashNine() throws Exception {
        var data = folder.resolve("data");
        List<String> acknowledged;
        Map<String, String> credentials;
        try (var dure = TestingDure.up(data);
                var renter = Renter.of(dure)) {
            credentials = renter.environment();
            var first = folder.resolve("first");
            var sync = sync(dure, credentials, first, source.toString(), "s3://papers/");
            awaitUploads(first);
            dure.kill();
            assertThat(end(sync, first)).isPositive();
            acknowledged = uploads(first);
        }
        assertThat(acknowledged).hasSizeBetween(BEFORE_THE_KILL, FILES - 1);

        try (var dure = TestingDure.up(data);
                var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", Renter.PASSWORD);
            for (var key : acknowledged) {
                assertThat(owner.bytes(path(key)))
                        .as(key)
                        .isEqualTo(Files.readAllBytes(source.resolve(key)));
            }

            var second = folder.resolve("second");
            var again = sync(dure, credentials, second, source.toString(), "s3://papers/");
            assertThat(end(again, second)).as(Files.readString(second)).isZero();
            assertThat(uploads(second)).doesNotContainAnyElementsOf(acknowledged);
            var copy = folder.resolve("사본");
            var back = sync(dure, credentials, second, "s3://papers/", copy.toString());
            assertThat(end(back, second)).as(Files.readString(second)).isZero();
            assertThat(contents(copy)).isEqualTo(contents(source));
        }
    }

    private static Process sync(
            TestingDure dure, Map<String, String> credentials, Path output, String from, String to)
            throws IOException {
        var builder =
                new ProcessBuilder(
                        AWS,
                        "s3",
                        "sync",
                        "--no-progress",
                        "--endpoint-url",
                        dure.s3Address(),
                        from,
                        to);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(credentials);
        builder.environment().put("AWS_MAX_ATTEMPTS", "1");
        builder.environment().put("PYTHONUNBUFFERED", "1");
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static int end(Process process, Path output) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("aws does not end: " + Files.readString(output));
        }
        return process.exitValue();
    }

    private static void awaitUploads(Path output) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (uploads(output).size() < BEFORE_THE_KILL) {
            if (System.nanoTime() > deadline) {
                throw new IOException("too few uploads: " + Files.readString(output));
            }
            Thread.sleep(5);
        }
    }

    private static List<String> uploads(Path output) throws IOException {
        return UPLOADED.matcher(Files.readString(output))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    private static String path(String key) {
        return "/api/o/hanbit/storage/buckets/papers/object?key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static Map<String, String> contents(Path root) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
