package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    private static final int HUGE_BYTES = 200 << 20;

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
        var remote = rcloneOptions();

        run(rclone, remote, "sync", source.toString(), ":s3:folder/r");
        run(rclone, remote, "check", "--download", source.toString(), ":s3:folder/r");
        run(rclone, remote, "sync", ":s3:folder/r", back.toString());

        assertThat(contents(back)).isEqualTo(contents(source));
    }

    @Test
    void s3cmdSyncsThereAndBack() throws Exception {
        var s3cmd = program("/usr/bin/s3cmd");
        var settings = s3cmdOptions();

        run(s3cmd, settings, "sync", source + "/", "s3://folder/c/");
        run(s3cmd, settings, "sync", "s3://folder/c/", back + "/");

        assertThat(contents(back)).isEqualTo(contents(source));
    }

    @Test
    void rcloneComparesByChecksumAndCopiesOnTheServer() throws Exception {
        var rclone = program("/usr/bin/rclone");
        var remote = rcloneOptions();
        var large = Files.write(folder.resolve("200 MiB"), new byte[HUGE_BYTES]);

        run(rclone, remote, "sync", "--checksum", source.toString(), ":s3:folder/r");
        run(rclone, remote, "check", source.toString(), ":s3:folder/r");
        run(rclone, remote, "copy", "--s3-chunk-size=16M", large.toString(), ":s3:folder/");
        run(rclone, remote, "copy", ":s3:folder/r", ":s3:folder/사본");
        run(rclone, remote, "copyto", ":s3:folder/200 MiB", ":s3:folder/또 200 MiB");
        run(rclone, remote, "check", source.toString(), ":s3:folder/사본");
        run(rclone, remote, "copyto", ":s3:folder/또 200 MiB", back + "/large");

        assertThat(Files.mismatch(back.resolve("large"), large)).isEqualTo(-1);
        try (var s3 = storage.client(key)) {
            assertThat(s3.headObject(b -> b.bucket("folder").key("200 MiB")).eTag())
                    .endsWith("-13\"");
        }
    }

    @Test
    void rcloneSeesVersions() throws Exception {
        var rclone = program("/usr/bin/rclone");
        var remote = rcloneOptions();
        enableVersioning();
        var file = Files.writeString(folder.resolve("보고서.txt"), "one");
        run(rclone, remote, "copy", file.toString(), ":s3:folder/v");
        Files.writeString(file, "second");
        run(rclone, remote, "copy", file.toString(), ":s3:folder/v");
        run(rclone, remote, "deletefile", ":s3:folder/v/보고서.txt");

        var now = run(rclone, remote, "lsf", ":s3:folder/v");
        var ever = run(rclone, remote, "lsf", "--s3-versions", ":s3:folder/v");

        assertThat(now).doesNotContain("보고서");
        assertThat(ever.lines().filter(line -> line.startsWith("보고서-v"))).hasSize(2);
    }

    /// rclone would send no key without TLS.
    @Test
    void awsBringsItsOwnKey() throws Exception {
        var aws = program("/usr/bin/aws");
        var secret = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef");
        var to =
                List.of(
                        "--endpoint-url",
                        port.endpoint().toString(),
                        "--only-show-errors",
                        "--sse-c=AES256",
                        "--sse-c-key=fileb://" + secret);

        run(aws, to, "s3", "cp", "--recursive", source.toString(), "s3://folder/e/");
        run(aws, to, "s3", "cp", "--recursive", "s3://folder/e/", back.toString());

        assertThat(contents(back)).isEqualTo(contents(source));
        try (var s3 = storage.client(key)) {
            assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket("folder").key("e/큰 파일.bin")))
                    .hasMessageContaining("Server Side Encryption");
        }
    }

    @Test
    void s3cmdConfiguresBucketsAndMovesObjects() throws Exception {
        var s3cmd = program("/usr/bin/s3cmd");
        var settings = s3cmdOptions();
        var policy =
                Files.writeString(
                        folder.resolve("policy"),
                        """
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
                         "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::folder/kept/*"}]}
                        """);
        var lifecycle =
                Files.writeString(
                        folder.resolve("lifecycle"),
                        """
                        <LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status>
                        <Filter><Prefix>tmp/</Prefix></Filter><Expiration><Days>3</Days></Expiration>
                        </Rule></LifecycleConfiguration>
                        """);
        var large = source.resolve("큰 파일.bin").toString();

        run(s3cmd, settings, "put", "--multipart-chunk-size-mb=5", large, "s3://folder/kept/큰");
        run(s3cmd, settings, "cp", "s3://folder/kept/큰", "s3://folder/사본");
        run(s3cmd, settings, "mv", "s3://folder/사본", "s3://folder/옮긴 것");
        run(s3cmd, settings, "setpolicy", policy.toString(), "s3://folder");
        run(s3cmd, settings, "setlifecycle", lifecycle.toString(), "s3://folder");
        run(s3cmd, settings, "setacl", "--acl-private", "s3://folder");

        assertThat(run(s3cmd, settings, "info", "s3://folder")).contains("kept/*");
        assertThat(run(s3cmd, settings, "getlifecycle", "s3://folder")).contains("old");
        assertThatThrownBy(() -> run(s3cmd, settings, "del", "s3://folder/kept/큰"))
                .hasMessageContaining("AccessDenied");
        run(s3cmd, settings, "delpolicy", "s3://folder");
        run(s3cmd, settings, "del", "s3://folder/kept/큰");
        run(s3cmd, settings, "dellifecycle", "s3://folder");
        run(s3cmd, settings, "get", "s3://folder/옮긴 것", back + "/large");
        assertThat(Files.mismatch(back.resolve("large"), Path.of(large))).isEqualTo(-1);
    }

    @Test
    void s3cmdDeletesWhatItPutInABucketWithVersions() throws Exception {
        var s3cmd = program("/usr/bin/s3cmd");
        var settings = s3cmdOptions();
        enableVersioning();

        run(s3cmd, settings, "sync", source + "/", "s3://folder/c/");
        run(s3cmd, settings, "del", "--recursive", "--force", "s3://folder/c/");

        assertThat(run(s3cmd, settings, "ls", "--recursive", "s3://folder")).isBlank();
        try (var s3 = storage.client(key)) {
            assertThat(s3.listObjectVersionsPaginator(b -> b.bucket("folder")).versions())
                    .hasSize(FILES + 1);
        }
    }

    private void enableVersioning() {
        try (var s3 = storage.client(key)) {
            s3.putBucketVersioning(
                    b -> b.bucket("folder").versioningConfiguration(v -> v.status("Enabled")));
        }
    }

    private List<String> rcloneOptions() {
        return List.of(
                "--s3-provider",
                "Other",
                "--s3-endpoint",
                port.endpoint().toString(),
                "--s3-env-auth");
    }

    private List<String> s3cmdOptions() {
        var host = port.endpoint().getAuthority();
        return List.of(
                "--host=" + host,
                "--host-bucket=" + host,
                "--no-ssl",
                "--access_key=" + key.key().id(),
                "--secret_key=" + key.secret(),
                "--config=/dev/null",
                "--no-progress");
    }

    private static String program(String path) {
        assumeTrue(Files.isExecutable(Path.of(path)), path + " is not installed");
        return path;
    }

    /// @return what it said
    private String run(String program, List<String> options, String... words)
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

        var said = Files.readString(output);
        assertThat(ended && process.waitFor() == 0).as(said).isTrue();
        return said;
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
