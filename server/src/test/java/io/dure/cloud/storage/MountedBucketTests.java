package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dure.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A bucket mounted as a folder, by the programs that do that, and used as people use folders.
@ServerTest
@Import(TestingStorage.class)
class MountedBucketTests {
    private static final int FILES = 60;
    private static final int LARGE_BYTES = 30 << 20;

    @Autowired TestingStorage storage;
    @Autowired S3Port port;
    @TempDir Path folder;

    private Path source;
    private Path mount;
    private IssuedKey key;

    @BeforeEach
    void makeAFolderAndABucket() throws IOException {
        assumeTrue(Files.isWritable(Path.of("/dev/fuse")), "/dev/fuse is not there for us");
        source = Files.createDirectories(folder.resolve("원본"));
        mount = Files.createDirectories(folder.resolve("mount"));
        var random = new Random(29);
        for (var i = 0; i < FILES; i++) {
            var below =
                    Files.createDirectories(source.resolve("부서 " + i % 7).resolve("문서+" + i % 3));
            var bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
            Files.write(below.resolve("보고서 " + i + " (최종) #&=.txt"), bytes);
        }
        var large = new byte[LARGE_BYTES];
        random.nextBytes(large);
        Files.write(source.resolve("큰 파일.bin"), large);
        key = storage.key(storage.renter(1L << 30), KeyRequest.Kind.APPLICATION);
        try (var s3 = storage.client(key)) {
            s3.createBucket(b -> b.bucket("folder"));
        }
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mount != null && isMounted()) {
            run("fusermount3", "-u", "-z", mount.toString());
        }
    }

    private boolean isMounted() throws IOException {
        return Files.readString(Path.of("/proc/self/mountinfo")).contains(" " + mount + " ");
    }

    /// What the kernel does not let us do is not the client's fault.
    private void requireMounted(Path said) throws IOException, InterruptedException {
        for (var patience = 100; patience > 0 && !isMounted(); patience--) {
            Thread.sleep(100);
        }
        var output = Files.exists(said) ? Files.readString(said) : "";
        assumeTrue(
                isMounted() || !output.contains("Operation not permitted"),
                "the system does not let us mount: " + output);
        assertThat(isMounted()).as(output).isTrue();
    }

    @Test
    void s3fsIsUsedAsAFolder() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/s3fs")), "s3fs is not installed");
        var secrets = folder.resolve("passwd-s3fs");
        Files.writeString(secrets, key.key().id() + ":" + key.secret());
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
        var said = folder.resolve("s3fs.log");
        run(
                "/usr/bin/s3fs",
                "folder",
                mount.toString(),
                "-o",
                "url=" + port.endpoint(),
                "-o",
                "use_path_request_style",
                "-o",
                "endpoint=us-east-1",
                "-o",
                "passwd_file=" + secrets,
                "-o",
                "enable_content_md5",
                "-o",
                "multipart_size=10",
                "-o",
                "logfile=" + said);
        requireMounted(said);

        useAsAFolder();

        Files.createSymbolicLink(mount.resolve("연결"), Path.of("사본/큰 파일.bin"));
        assertThat(Files.readSymbolicLink(mount.resolve("연결"))).isEqualTo(Path.of("사본/큰 파일.bin"));
        assertThat(Files.size(mount.resolve("연결"))).isEqualTo(LARGE_BYTES);
    }

    @Test
    void rcloneMountIsUsedAsAFolder() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/rclone")), "rclone is not installed");
        var said = folder.resolve("rclone.log");
        run(
                "/usr/bin/rclone",
                "mount",
                ":s3:folder",
                mount.toString(),
                "--daemon",
                "--vfs-cache-mode=full",
                "--vfs-write-back=0s",
                "--cache-dir=" + folder.resolve("cache"),
                "--log-file=" + said,
                "--log-level=INFO",
                "--s3-provider=Other",
                "--s3-env-auth",
                "--s3-endpoint=" + port.endpoint());
        requireMounted(said);

        try {
            useAsAFolder();
        } catch (IOException e) {
            throw new IOException(Files.readString(said), e);
        }
    }

    /// Copies in and out, overwrites, appends, renames, synchronises, and deletes.
    private void useAsAFolder() throws IOException, InterruptedException {
        var copy = mount.resolve("사본");
        run("cp", "-r", source.toString(), copy.toString());
        assertThat(contents(copy)).isEqualTo(contents(source));

        var note = copy.resolve("메모.txt");
        Files.writeString(note, "처음\n");
        Files.writeString(note, "그다음\n", StandardOpenOption.APPEND);
        Files.move(note, copy.resolve("옮긴 메모.txt"));
        assertThat(Files.readString(copy.resolve("옮긴 메모.txt"))).isEqualTo("처음\n그다음\n");
        assertThat(Files.exists(note)).isFalse();
        Files.move(copy.resolve("부서 1"), copy.resolve("새 부서"));
        Files.move(source.resolve("부서 1"), source.resolve("새 부서"));
        Files.writeString(source.resolve("옮긴 메모.txt"), "다른 것");

        if (Files.isExecutable(Path.of("/usr/bin/rsync"))) {
            // Not --inplace: s3fs 1.90 forgets that a file which it writes was made shorter.
            run("rsync", "-r", "--delete", "--checksum", source + "/", copy + "/");
            assertThat(contents(copy)).isEqualTo(contents(source));
        }
        var back = folder.resolve("돌아온 것");
        run("cp", "-r", copy.resolve("새 부서").toString(), back.toString());
        assertThat(contents(back)).isEqualTo(contents(source.resolve("새 부서")));
        run("rm", "-r", copy.resolve("부서 2").toString());
        assertThat(Files.exists(copy.resolve("부서 2"))).isFalse();
    }

    private void run(String... words) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var command = new ArrayList<>(List.of(words));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.startsWith("RCLONE_"));
        environment.put("AWS_ACCESS_KEY_ID", key.key().id());
        environment.put("AWS_SECRET_ACCESS_KEY", key.secret());
        environment.put("RCLONE_CONFIG", "/dev/null");
        environment.put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        var ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        var said = Files.readString(output, StandardCharsets.UTF_8);
        assumeTrue(
                !said.contains("Operation not permitted"),
                "the system does not let us mount: " + said);
        assertThat(ended && process.waitFor() == 0)
                .as(Arrays.toString(words) + ": " + said)
                .isTrue();
    }

    private static Map<String, String> contents(Path root) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }
        assertThat(contents).isNotEmpty();
        return contents;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
