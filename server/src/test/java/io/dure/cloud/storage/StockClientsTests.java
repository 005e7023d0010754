package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dure.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A real folder of a thousand files with Korean names goes to the storage and back, byte for byte,
/// by the clients that people have.
@ServerTest
@Import(TestingStorage.class)
class StockClientsTests {
    private static final int FILES = 1000;

    /// One file goes up in parts.
    private static final int LARGE_BYTES = 20 << 20;

    @Autowired TestingStorage storage;
    @Autowired S3Port port;
    @TempDir Path folder;

    private Path source;
    private Path back;
    private IssuedKey key;

    @BeforeEach
    void makeAFolderAndABucket() throws IOException {
        source = Files.createDirectories(folder.resolve("원본"));
        back = Files.createDirectories(folder.resolve("사본"));
        var random = new Random(17);
        for (var i = 0; i < FILES; i++) {
            var below =
                    Files.createDirectories(source.resolve("부서 " + i % 7).resolve("문서+" + i % 3));
            var bytes = new byte[random.nextInt(9000)];
            random.nextBytes(bytes);
            Files.write(below.resolve("보고서 " + i + " (최종) #&=.txt"), bytes);
        }
        var large = new byte[LARGE_BYTES];
        random.nextBytes(large);
        Files.write(source.resolve("큰 파일.bin"), large);
        var renter = storage.renter(1L << 30);
        key = storage.key(renter, KeyRequest.Kind.APPLICATION);
        try (var s3 = storage.client(key)) {
            s3.createBucket(b -> b.bucket("folder"));
        }
    }

    @Test
    void awsSyncsThereAndBack() throws Exception {
        var aws = program("/usr/bin/aws");
        var to = List.of("--endpoint-url", port.endpoint().toString(), "--only-show-errors");

        run(aws, to, "s3", "sync", source.toString(), "s3://folder/a b/");
        run(aws, to, "s3", "sync", "s3://folder/a b/", back.toString());

        assertThat(contents(back)).isEqualTo(contents(source));
    }

    @Test
    void rcloneSyncsAndChecks() throws Exception {
        var rclone = program("/usr/bin/rclone");
        var remote =
                List.of(
                        "--s3-provider",
                        "Other",
                        "--s3-endpoint",
                        port.endpoint().toString(),
                        "--s3-env-auth");

        run(rclone, remote, "sync", source.toString(), ":s3:folder/r");
        run(rclone, remote, "check", "--download", source.toString(), ":s3:folder/r");
        run(rclone, remote, "sync", ":s3:folder/r", back.toString());

        assertThat(contents(back)).isEqualTo(contents(source));
    }

    @Test
    void s3cmdSyncsThereAndBack() throws Exception {
        var s3cmd = program("/usr/bin/s3cmd");
        var host = port.endpoint().getAuthority();
        var settings =
                List.of(
                        "--host=" + host,
                        "--host-bucket=" + host,
                        "--no-ssl",
                        "--access_key=" + key.key().id(),
                        "--secret_key=" + key.secret(),
                        "--config=/dev/null",
                        "--quiet");

        run(s3cmd, settings, "sync", source + "/", "s3://folder/c/");
        run(s3cmd, settings, "sync", "s3://folder/c/", back + "/");

        assertThat(contents(back)).isEqualTo(contents(source));
    }

    private static String program(String path) {
        assumeTrue(Files.isExecutable(Path.of(path)), path + " is not installed");
        return path;
    }

    private void run(String program, List<String> options, String... words)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        command.addAll(options);
        var output = folder.resolve("output");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.startsWith("RCLONE_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ACCESS_KEY_ID", key.key().id(),
                                "AWS_SECRET_ACCESS_KEY", key.secret(),
                                "AWS_DEFAULT_REGION", "us-east-1",
                                "AWS_CONFIG_FILE", "/dev/null",
                                "RCLONE_CONFIG", "/dev/null",
                                "LC_ALL", "C.UTF-8"));
        var process = builder.start();
        var ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        assertThat(ended && process.waitFor() == 0).as(Files.readString(output)).isTrue();
    }

    private static Map<String, java.nio.ByteBuffer> contents(Path root) throws IOException {
        var contents = new TreeMap<String, java.nio.ByteBuffer>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        java.nio.ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        assertThat(contents).hasSizeGreaterThan(0);
        return contents;
    }
}
