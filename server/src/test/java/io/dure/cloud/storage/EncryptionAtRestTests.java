package io.dure.cloud.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.engines.objects.keys.FolderKeyFiles;
import io.dure.engines.objects.keys.MasterKeys;
import io.dure.engines.objects.keys.WrappedKeys;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.database.DataFolder;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

@ServerTest
@Import(TestingStorage.class)
class EncryptionAtRestTests {
    private static final String BUCKET = "bucket";

    @Autowired DataFolder folder;
    @Autowired TestingStorage storage;
    @Autowired KeyRotation rotation;
    @Autowired WrappedKeys keys;

    private S3Client client(boolean encrypted) {
        var caller = storage.renter(10L << 20);
        storage.rent(caller.tenant(), new Plan(10, 10L << 20, Set.of("storage"), encrypted));
        var client = storage.client(caller);
        client.createBucket(request -> request.bucket(BUCKET));
        return client;
    }

    /// Whether a small and a large body are found on the disk as they came.
    private boolean isReadable(String text) throws IOException {
        try (var files = Files.walk(folder.path().resolve("objects"))) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, text));
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, ISO_8859_1).contains(text);
        } catch (IOException e) {
            // Compacted, or swept, by another test's work.
            return false;
        }
    }

    private static String put(S3Client client, int size, boolean asks) {
        var text = UUID.randomUUID().toString();
        client.putObject(
                request -> {
                    request.bucket(BUCKET).key(text);
                    if (asks) {
                        request.serverSideEncryption(ServerSideEncryption.AES256);
                    }
                },
                RequestBody.fromString(text + "x".repeat(size)));
        assertThat(client.getObjectAsBytes(get -> get.bucket(BUCKET).key(text)).asUtf8String())
                .startsWith(text)
                .hasSize(text.length() + size);
        return text;
    }

    @Test
    void bodiesAreEncrypted() throws IOException {
        try (var client = client(true)) {
            assertThat(isReadable(put(client, 100, false))).isFalse();
            assertThat(isReadable(put(client, 2 << 20, false))).isFalse();
        }
    }

    @Test
    void whatIsEncryptedSaysSoThoughNobodyAsked() {
        try (var client = client(true)) {
            put(client, "k");
            copy(client);
            multipart(client);

            for (var key : List.of("k", "copy", "parts")) {
                assertThat(client.headObject(b -> b.bucket(BUCKET).key(key)).serverSideEncryption())
                        .as(key)
                        .isEqualTo(ServerSideEncryption.AES256);
            }
            assertThat(algorithm(client)).isEqualTo(ServerSideEncryption.AES256);
        }
    }

    @Test
    void whatIsNotEncryptedDoesNotSaySo() {
        try (var client = client(false)) {
            put(client, "k");
            copy(client);
            multipart(client);

            for (var key : List.of("k", "copy", "parts")) {
                assertThat(client.headObject(b -> b.bucket(BUCKET).key(key)).serverSideEncryption())
                        .as(key)
                        .isNull();
            }
            assertThatThrownBy(() -> algorithm(client))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo(
                                                    "ServerSideEncryptionConfigurationNotFoundError"));
        }
    }

    private static void put(S3Client client, String key) {
        client.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString("x"));
    }

    private static void copy(S3Client client) {
        client.copyObject(b ->
                b.sourceBucket(BUCKET)
                        .sourceKey("k")
                        .destinationBucket(BUCKET)
                        .destinationKey("copy"));
    }

    private static void multipart(S3Client client) {
        var upload = client.createMultipartUpload(b -> b.bucket(BUCKET).key("parts")).uploadId();
        var part =
                client.uploadPart(
                        b -> b.bucket(BUCKET).key("parts").uploadId(upload).partNumber(1),
                        RequestBody.fromString("x"));
        var completed = CompletedPart.builder().partNumber(1).eTag(part.eTag()).build();
        client.completeMultipartUpload(b ->
                b.bucket(BUCKET)
                        .key("parts")
                        .uploadId(upload)
                        .multipartUpload(m -> m.parts(completed)));
    }

    private static ServerSideEncryption algorithm(S3Client client) {
        return client.getBucketEncryption(b -> b.bucket(BUCKET))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst()
                .applyServerSideEncryptionByDefault()
                .sseAlgorithm();
    }

    @Test
    void whatIsStoredOutlivesEveryRotation() throws IOException {
        var caller = storage.renter(10L << 20);
        try (var client = storage.client(caller)) {
            client.createBucket(request -> request.bucket(BUCKET));
            var operator =
                    new Caller(
                            TenantId.OPERATOR,
                            caller.person(),
                            Authority.of(StorageCapabilities.ROTATE),
                            "127.0.0.1");
            var texts = new ArrayList<String>();
            texts.add(put(client, 100, false));
            assertThat(rotate(operator, caller.tenant())).isEqualTo(2);
            texts.add(put(client, 2 << 20, false));
            var before = keys.find(new Namespace(caller.tenant().value()), 2).orElseThrow();
            TenantScope.call(TenantId.OPERATOR, () -> rotation.rotateMaster(operator));
            assertThat(rotate(operator, caller.tenant())).isEqualTo(3);
            texts.add(put(client, 100, false));

            for (var text : texts) {
                assertThat(
                                client.getObjectAsBytes(get -> get.bucket(BUCKET).key(text))
                                        .asUtf8String())
                        .startsWith(text);
            }
            var anew =
                    new WrappedKeys(
                            new MasterKeys(folder.folder("keys")),
                            new FolderKeyFiles(folder.folder("objects").resolve("keys")),
                            _ -> true);
            assertThat(anew.find(new Namespace(caller.tenant().value()), 2)).contains(before);
        }
    }

    @Test
    void whatCannotBeUnwrappedIsNamedAndTheSameMasterKeyIsGoneOnWith() throws IOException {
        var caller = storage.renter(1);
        keys.require(new Namespace(caller.tenant().value()));
        var operator =
                new Caller(
                        TenantId.OPERATOR,
                        caller.person(),
                        Authority.of(StorageCapabilities.ROTATE),
                        "127.0.0.1");
        var lost = UUID.randomUUID();
        var file = folder.folder("objects").resolve("keys").resolve(lost + ".keys");
        Files.writeString(file, "1 1 AAAA\n");
        try {
            var first = master(operator, rotation::rotateMaster);
            var second = master(operator, rotation::rotateMaster);
            var another = master(operator, rotation::rotateMasterAnew);

            assertThat(first.failed()).containsExactly(lost.toString());
            assertThat(first.rewrapped()).isPositive();
            assertThat(second).isEqualTo(first);
            assertThat(another.number()).isEqualTo(first.number() + 1);
        } finally {
            Files.delete(file);
        }
        var mended = master(operator, rotation::rotateMaster);
        assertThat(mended.failed()).isEmpty();
    }

    private static KeyRotation.Master master(
            Caller operator, Function<Caller, KeyRotation.Master> act) {
        return TenantScope.call(TenantId.OPERATOR, () -> act.apply(operator));
    }

    /// Nobody shall have made keys of whom the trail does not tell.
    @Test
    void nothingIsRotatedThatCannotBeWrittenDown() {
        var caller = storage.renter(1);
        var namespace = new Namespace(caller.tenant().value());
        var before = keys.require(namespace);
        var operator =
                new Caller(
                        TenantId.OPERATOR,
                        caller.person(),
                        Authority.of(StorageCapabilities.ROTATE),
                        "127.0.0.1\u0000");

        assertThatThrownBy(() -> rotate(operator, caller.tenant())).isNotNull();

        assertThat(keys.require(namespace)).isEqualTo(before);
    }

    private int rotate(Caller operator, TenantId tenant) {
        return TenantScope.call(TenantId.OPERATOR, () -> rotation.rotate(operator, tenant));
    }

    @Test
    void onlyAnOperatorRotates() {
        var caller = storage.renter(1);

        assertThatThrownBy(() -> rotation.rotate(caller, caller.tenant()))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void bodiesOfAPlanWithoutEncryptionAreNotUnlessAskedFor() throws IOException {
        try (var client = client(false)) {
            assertThat(isReadable(put(client, 100, false))).isTrue();
            assertThat(isReadable(put(client, 2 << 20, false))).isTrue();
            assertThat(isReadable(put(client, 100, true))).isFalse();
        }
    }
}
