package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.Survey;
import io.dure.engines.objects.bodies.Survey.Found;
import io.dure.engines.objects.bodies.Survey.Reason;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.description.Description.OfNamespace;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.database.DataFolder;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.utils.Md5Utils;

/// Rows that are made anew from the store, after all of them were lost but accounts and keys.
@ServerTest
@Import(TestingStorage.class)
class RecoveryTests {
    private static final long GIBIBYTE = 1L << 30;

    @Autowired TestingStorage storage;
    @Autowired TestingOwner owner;
    @Autowired Recovery recovery;
    @Autowired FoundRepository found;
    @Autowired Organisations organisations;
    @Autowired Bodies bodies;
    @Autowired NoteKeeper notes;
    @Autowired Kinship kinship;
    @Autowired DataFolder folder;
    @Autowired TransactionTemplate transaction;

    private Caller renter;
    private S3Client s3;

    @BeforeEach
    void rent() {
        lose();
        renter = storage.renter(GIBIBYTE);
        s3 = storage.client(renter);
    }

    private void lose() {
        owner.execute(
                """
                truncate storage.bucket, storage.bucket_document, storage.stored_object, storage.object_version,
                    storage.upload, storage.part, storage.usage, storage.namespace_note, storage.lifecycle_run,
                    storage.past_bucket
                """);
    }

    private RecoveryProgress rebuild() throws InterruptedException {
        var progress = attempt();
        assertThat(progress.failure()).isEmpty();
        return progress;
    }

    private RecoveryProgress attempt() throws InterruptedException {
        var operator =
                new Caller(
                        TenantId.OPERATOR,
                        new PersonId(UUID.randomUUID()),
                        Authority.of(StorageCapabilities.REBUILD),
                        "127.0.0.1");
        TenantScope.call(TenantId.OPERATOR, () -> recovery.begin(operator));
        while (true) {
            var progress = recovery.progress(operator).orElseThrow();
            switch (progress.state()) {
                case READING, WRITING -> Thread.sleep(20);
                case DONE, FAILED -> {
                    return progress;
                }
            }
        }
    }

    private List<String> dump() {
        return new S3Dump(s3).lines();
    }

    private List<Map<String, Object>> sums() {
        return List.of(
                Map.of(
                        "bytes",
                        owner.count("storage.bucket where bytes > 0", renter.tenant()),
                        "usage",
                        owner.count(
                                "storage.usage u where u.bytes = (select coalesce(sum(b.bytes + b.pending_bytes), 0)"
                                        + " from storage.bucket b where b.tenant_id = u.tenant_id)",
                                renter.tenant()),
                        "exact",
                        owner.count(
                                "storage.bucket b where b.bytes = (select coalesce(sum(o.size), 0) from"
                                        + " storage.stored_object o where o.bucket_id = b.bucket_id) + (select"
                                        + " coalesce(sum(v.size), 0) from storage.object_version v where"
                                        + " v.bucket_id = b.bucket_id) and b.objects = (select count(*) from"
                                        + " storage.stored_object o where o.bucket_id = b.bucket_id)",
                                renter.tenant())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverClientsSawIsThereAgain(long seed) throws Exception {
        new RandomUse(s3, seed).run(150);
        var before = dump();
        var sums = sums();

        lose();
        rebuild();

        assertThat(dump()).isEqualTo(before);
        assertThat(sums()).isEqualTo(sums);
    }

    @Test
    void itCanBeLostAgainAfterMoreWasDone() throws Exception {
        new RandomUse(s3, 11).run(60);
        lose();
        rebuild();
        new RandomUse(s3, 12).run(60);
        var before = dump();

        lose();
        rebuild();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void whoeverIsKilledInTheMiddleBeginsAgain() throws Exception {
        new RandomUse(s3, 21).run(60);
        var before = dump();
        lose();

        assertThatThrownBy(() -> new Survey(bodies, new Interrupted()).run()).hasMessage("killed");

        rebuild();
        assertThat(dump()).isEqualTo(before);
    }

    /// Is killed once it wrote down the first that it found.
    private final class Interrupted implements Survey.Listener {
        @Override
        public void found(List<Found> some) {
            SystemScope.run(
                    "a test", () -> transaction.executeWithoutResult(_ -> found.insert(some)));
            throw new IllegalStateException("killed");
        }

        @Override
        public void untold(String place, Reason reason) {}
    }

    @Test
    void aDatabaseWithBucketsIsLeftAlone() {
        s3.createBucket(b -> b.bucket("bucket"));

        assertThatThrownBy(this::rebuild)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("buckets");
    }

    @Test
    void theStoreIsStrangeUntilItIsRebuilt() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        lose();
        var mark = folder.path().resolve("objects").resolve("database");
        Files.writeString(mark, "7000000000000000000\n");
        assertThat(kinship.holds()).isFalse();

        rebuild();

        assertThat(kinship.holds()).isTrue();
    }

    @Test
    void aStoreThatCouldNotBeMarkedIsMarkedByTheNextAttempt() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        s3.putObject(b -> b.bucket("bucket").key("k"), RequestBody.fromString("x"));
        var before = dump();
        var mark = folder.path().resolve("objects").resolve("database");
        lose();
        Files.delete(mark);
        Files.createDirectories(mark.resolve("in-the-way"));
        try {
            var failed = attempt();
            assertThat(failed.state()).isEqualTo(RecoveryProgress.State.FAILED);
            assertThat(dump()).isEqualTo(before);
        } finally {
            Files.delete(mark.resolve("in-the-way"));
            Files.delete(mark);
        }

        var result = rebuild().result().orElseThrow();

        assertThat(result.objects()).isGreaterThanOrEqualTo(1);
        assertThat(kinship.holds()).isTrue();
        assertThat(dump()).isEqualTo(before);
        assertThatThrownBy(this::rebuild).isInstanceOf(ConflictException.class);
    }

    @Test
    void aStoreWithoutAMarkIsNotTakenForThatOfAnEmptyDatabase() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        s3.putObject(b -> b.bucket("bucket").key("k"), RequestBody.fromString("x"));
        var mark = folder.path().resolve("objects").resolve("database");
        Files.delete(mark);
        lose();

        assertThat(kinship.holds()).isFalse();
        rebuild();
        assertThat(kinship.holds()).isTrue();
    }

    /// The note of a retention that was refused, or was taken back by nobody who could.
    @Test
    void aNoteDoesNotLoosenWhatIsRetainedForCompliance() throws Exception {
        s3.createBucket(b -> b.bucket("locked").objectLockEnabledForBucket(true));
        var until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        s3.putObject(
                b ->
                        b.bucket("locked")
                                .key("k")
                                .objectLockMode("COMPLIANCE")
                                .objectLockRetainUntilDate(until),
                RequestBody.fromString("x"));
        var version = s3.headObject(b -> b.bucket("locked").key("k")).versionId();
        note(
                new Namespace(renter.tenant().value()),
                new OfMarks("locked", "k", VersionId.parse(version), Marks.NONE, Instant.now()));

        lose();
        rebuild();

        var retention = s3.getObjectRetention(b -> b.bucket("locked").key("k")).retention();
        assertThat(retention.mode()).isEqualTo(ObjectLockRetentionMode.COMPLIANCE);
        assertThat(retention.retainUntilDate()).isEqualTo(until);
        assertThatThrownBy(
                        () -> s3.deleteObject(b -> b.bucket("locked").key("k").versionId(version)))
                .isInstanceOf(S3Exception.class);
    }

    private void note(Namespace namespace, Description description) throws IOException {
        try (var written = bodies.note(namespace, List.of(description))) {
            written.commit(() -> true);
        }
    }

    private void store(Namespace namespace, String bucket, String key) throws IOException {
        try (var writer = bodies.create(namespace)) {
            writer.write(new byte[] {1}, 0, 1);
            writer.finish(
                    new OfObject(
                                    bucket,
                                    key,
                                    "55a54008ad1ba589aa210d2629c1df41",
                                    Instant.EPOCH,
                                    Attributes.NONE,
                                    Optional.empty())
                            .withVersion(VersionId.NULL));
            writer.commit(() -> true);
        }
    }

    @Test
    void organisationsOfWhomOnlyTheStoreKnowsAreRegistered() throws Exception {
        var named = new Namespace(UUID.randomUUID());
        var nameless = new Namespace(UUID.randomUUID());
        var shortName = "r" + named.id().toString().substring(24);
        note(
                named,
                new OfNamespace(
                        "{\"shortName\":\"%s\",\"name\":\"가나상사\",\"language\":\"ko\",\"timeZone\":\"Asia/Seoul\",\"people\":10,\"storageBytes\":1000,\"modules\":[\"storage\"],\"encrypted\":true,\"demo\":false}"
                                .formatted(shortName)));
        store(named, "papers", "계약.pdf");
        store(nameless, "papers", "k");

        var result = rebuild().result().orElseThrow();

        assertThat(result.organisations()).isGreaterThanOrEqualTo(2);
        assertThat(result.unnotedBuckets()).isGreaterThanOrEqualTo(2);
        var registered = SystemScope.call("a test", () -> organisations.byShortName(shortName));
        assertThat(registered.orElseThrow().name()).isEqualTo("가나상사");
        assertThat(registered.orElseThrow().id().value()).isEqualTo(named.id());
        assertThat(owner.count("storage.stored_object", new TenantId(nameless.id()))).isEqualTo(1);
        rest();
        assertThat(owner.count("storage.bucket where note_id is null", new TenantId(named.id())))
                .isZero();
    }

    @Test
    void whoeverIsShutStaysShut() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        TenantScope.run(
                renter.tenant(),
                () ->
                        organisations.change(
                                now -> now.with(now.standing().suspended("연체", Instant.now()))));
        var shut = organisation(renter.tenant());
        var text = NamespaceText.write(shut);
        var other = new Namespace(UUID.randomUUID());
        note(other, new OfNamespace(text));
        store(other, "papers", "k");

        assertThat(
                        owner.count(
                                "storage.namespace_note where text like '%\"SUSPENDED\"%'",
                                renter.tenant()))
                .isEqualTo(1);
        lose();
        rebuild();

        assertThat(shut.state()).isEqualTo(Organisation.State.SUSPENDED);
        assertThat(organisation(new TenantId(other.id())).standing()).isEqualTo(shut.standing());
    }

    private Organisation organisation(TenantId tenant) {
        return TenantScope.call(tenant, () -> organisations.byId(tenant).orElseThrow());
    }

    /// Buckets without a note get one.
    private void rest() throws IOException {
        notes.catchUp();
    }

    @Test
    void whatIsTornOrDamagedIsNamedAndTheOthersComeBack() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        for (var key : List.of("a", "b", "c")) {
            s3.putObject(b -> b.bucket("bucket").key(key), RequestBody.fromString(key));
        }
        var place =
                owner.id(
                        "select body_ids[1] from storage.stored_object where tenant_id = ? and key = 'b'",
                        renter.tenant().value());
        spoil(place);
        var segment = segment(place);
        Files.write(
                segment,
                HexFormat.of().parseHex("d2445552 4520534c 0002".replace(" ", "")),
                StandardOpenOption.APPEND);

        lose();
        var progress = rebuild();

        assertThat(progress.damaged()).isGreaterThanOrEqualTo(1);
        assertThat(s3.listObjectsV2(b -> b.bucket("bucket")).contents())
                .extracting(object -> object.key())
                .containsExactly("a", "c");
        assertThat(Files.readString(Path.of(progress.report().orElseThrow())))
                .contains("damaged: slices/" + segment.getFileName() + " at ");
    }

    private Path segment(UUID place) {
        return folder.path()
                .resolve("objects")
                .resolve("slices")
                .resolve(HexFormat.of().toHexDigits(place.getMostSignificantBits() >>> 16, 12));
    }

    /// Flips a bit of a slice's description.
    private void spoil(UUID place) throws IOException {
        var at = (place.getLeastSignificantBits() & 0xff_ffff_ffffL) * 16 + 100;
        try (var file = new java.io.RandomAccessFile(segment(place).toFile(), "rw")) {
            file.seek(at);
            var was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
    }

    @Test
    void aMultipartObjectComesBackWithItsPartsAndWithoutThoseOfOthers() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        new RandomUse(s3, 31).multipart("bucket", "whole");
        var open = s3.createMultipartUpload(b -> b.bucket("bucket").key("open")).uploadId();
        s3.uploadPart(
                b -> b.bucket("bucket").key("open").uploadId(open).partNumber(1),
                RequestBody.fromString("never completed"));
        var before = dump();

        lose();
        var result = rebuild().result().orElseThrow();

        assertThat(dump()).isEqualTo(before);
        assertThat(result.looseParts()).isGreaterThanOrEqualTo(1);
        assertThat(s3.headObject(b -> b.bucket("bucket").key("whole").partNumber(2)).partsCount())
                .isEqualTo(2);
    }

    @Test
    void whatWasCompletedBeforeMayBeCompletedAgain() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        var upload = s3.createMultipartUpload(b -> b.bucket("bucket").key("k")).uploadId();
        var part =
                s3.uploadPart(
                                b -> b.bucket("bucket").key("k").uploadId(upload).partNumber(3),
                                RequestBody.fromString("x"))
                        .eTag();
        var first = complete(upload, part);

        lose();
        rebuild();

        assertThat(complete(upload, part)).isEqualTo(first);
    }

    private String complete(String upload, String etag) {
        var part = CompletedPart.builder().partNumber(3).eTag(etag).build();
        return s3.completeMultipartUpload(b ->
                        b.bucket("bucket")
                                .key("k")
                                .uploadId(upload)
                                .multipartUpload(m -> m.parts(part)))
                .eTag();
    }

    @Test
    void whatACustomersKeyEncryptsComesBackWithoutIt() throws Exception {
        var key = new byte[32];
        var text = Base64.getEncoder().encodeToString(key);
        s3.createBucket(b -> b.bucket("bucket"));
        s3.putObject(
                b ->
                        b.bucket("bucket")
                                .key("k")
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(text)
                                .sseCustomerKeyMD5(Md5Utils.md5AsBase64(key)),
                RequestBody.fromString("secret"));

        lose();
        rebuild();

        assertThat(
                        s3.getObjectAsBytes(b ->
                                        b.bucket("bucket")
                                                .key("k")
                                                .sseCustomerAlgorithm("AES256")
                                                .sseCustomerKey(text)
                                                .sseCustomerKeyMD5(Md5Utils.md5AsBase64(key)))
                                .asUtf8String())
                .isEqualTo("secret");
    }

    @Test
    void versionsOfBeforeTheyWereSuspendedStay() throws Exception {
        s3.createBucket(b -> b.bucket("bucket"));
        for (var status : List.of("", "Enabled", "Suspended", "Enabled")) {
            if (!status.isEmpty()) {
                s3.putBucketVersioning(b ->
                        b.bucket("bucket")
                                .versioningConfiguration(
                                        v -> v.status(BucketVersioningStatus.fromValue(status))));
            }
            s3.putObject(b -> b.bucket("bucket").key("k"), RequestBody.fromString(status));
            s3.deleteObject(b -> b.bucket("bucket").key("k"));
            s3.putObject(b -> b.bucket("bucket").key("k"), RequestBody.fromString(status + "2"));
        }
        var before = dump();

        lose();
        rebuild();

        assertThat(dump()).isEqualTo(before);
    }
}
