package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dure.engines.objects.edge.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A store on a file system of a few megabytes, which only root may make: elsewhere these tests are
/// left out.
class FullDiskTests {
    private static final int LARGE_BYTES = 700 * 1024;
    private static final int SMALL_BYTES = 4 * 1024;

    /// More than the disk holds of either size.
    private static final int TOO_MANY = 4_000;

    private Path disk;
    private S3ServerFixture server;
    private S3Client s3;

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = S3ServerFixture.newFolder().toAbsolutePath();
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "a file system can be mounted");
        server =
                new S3ServerFixture(Patience.DEFAULT, Files.createDirectory(disk.resolve("store")));
        s3 = server.client(server.key());
        s3.createBucket(b -> b.bucket("bucket"));
    }

    @AfterEach
    void unmount() throws Exception {
        if (server != null) {
            s3.close();
            server.close();
            // Folders that the store holds open go with the process.
            run("umount", "--lazy", disk.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFullDiskIsSaidAndNothingIsHalfStored() {
        var stored = putUntilRefused(LARGE_BYTES);
        var freeBytes = disk.toFile().getUsableSpace();

        assertFull(LARGE_BYTES);

        assertThat(disk.toFile().getUsableSpace()).isEqualTo(freeBytes);
        assertThat(keys()).isEqualTo(stored);
    }

    @Test
    void aFullDiskCanBeReadAndDeletedFromAndTakesMoreOnceThereIsRoom() {
        putUntilRefused(LARGE_BYTES);
        var stored = putUntilRefused(SMALL_BYTES);
        assertFull(SMALL_BYTES);

        assertThat(s3.getObjectAsBytes(b -> b.bucket("bucket").key(stored.getLast())).asByteArray())
                .isEqualTo(content(SMALL_BYTES));
        keys().forEach(key -> s3.deleteObject(b -> b.bucket("bucket").key(key)));

        put("again", LARGE_BYTES);
        assertThat(keys()).containsExactly("again");
    }

    @Test
    void partsAndCopiesAreRefusedToo() {
        var stored = putUntilRefused(LARGE_BYTES);
        var upload = s3.createMultipartUpload(b -> b.bucket("bucket").key("k")).uploadId();

        assertThatThrownBy(() ->
                        s3.uploadPart(
                                b -> b.bucket("bucket").key("k").uploadId(upload).partNumber(1),
                                RequestBody.fromBytes(content(LARGE_BYTES))))
                .isInstanceOfSatisfying(S3Exception.class, FullDiskTests::assertFull);
        assertThatThrownBy(() ->
                        s3.copyObject(b ->
                                b.sourceBucket("bucket")
                                        .sourceKey(stored.getFirst())
                                        .destinationBucket("bucket")
                                        .destinationKey("copy")))
                .isInstanceOfSatisfying(S3Exception.class, FullDiskTests::assertFull);
        assertThat(keys()).isEqualTo(stored);
    }

    private void put(String key, int bytes) {
        s3.putObject(b -> b.bucket("bucket").key(key), RequestBody.fromBytes(content(bytes)));
    }

    /// @return the keys that were acknowledged, in order
    private List<String> putUntilRefused(int bytes) {
        var stored = new ArrayList<String>();
        try {
            for (var i = 0; i < TOO_MANY; i++) {
                var key = "%d-%05d".formatted(bytes, i);
                put(key, bytes);
                stored.add(key);
            }
        } catch (S3Exception e) {
            assertFull(e);
            return stored;
        }
        throw new AssertionError("the disk holds everything");
    }

    private void assertFull(int bytes) {
        assertThatThrownBy(() -> put("more", bytes))
                .isInstanceOfSatisfying(S3Exception.class, FullDiskTests::assertFull);
    }

    private static void assertFull(S3Exception refusal) {
        assertThat(refusal.statusCode()).isEqualTo(507);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InsufficientStorage");
    }

    private List<String> keys() {
        return s3.listObjectsV2Paginator(b -> b.bucket("bucket")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static byte[] content(int bytes) {
        var content = new byte[bytes];
        java.util.Arrays.fill(content, (byte) 'x');
        return content;
    }
}
