package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.document;
import static io.dure.engines.objects.Refusals.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// What is locked stays. Amazon S3 User Guide, "Locking objects with Object Lock".
class ObjectLockTests {
    private static final String PROTECTED =
            "Access Denied because object protected by object lock.";

    @RegisterExtension static final TestingS3 SERVER = new TestingS3();
    private final S3Client s3 = SERVER.client();
    private final String bucket = SERVER.bucket(b -> b.objectLockEnabledForBucket(true));
    private final Instant tomorrow =
            InstantSource.system()
                    .instant()
                    .plus(Duration.ofDays(1))
                    .truncatedTo(ChronoUnit.SECONDS);

    private String put(String name, Consumer<PutObjectRequest.Builder> locks) {
        return s3.putObject(
                        b -> {
                            b.bucket(bucket).key(name);
                            locks.accept(b);
                        },
                        RequestBody.fromString("x"))
                .versionId();
    }

    private String retained(String name, ObjectLockMode mode) {
        return put(name, b -> b.objectLockMode(mode).objectLockRetainUntilDate(tomorrow));
    }

    private void delete(S3Client client, String name, String version, boolean bypass) {
        client.deleteObject(b ->
                b.bucket(bucket)
                        .key(name)
                        .versionId(version)
                        .bypassGovernanceRetention(bypass ? true : null));
    }

    private void retain(
            S3Client client,
            String name,
            ObjectLockRetentionMode mode,
            Instant until,
            boolean bypass) {
        client.putObjectRetention(b ->
                b.bucket(bucket)
                        .key(name)
                        .bypassGovernanceRetention(bypass ? true : null)
                        .retention(r -> r.mode(mode).retainUntilDate(until)));
    }

    @Test
    void aBucketWithLocksHasVersionsForGood() {
        assertThat(s3.getBucketVersioning(b -> b.bucket(bucket)).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        var configuration =
                s3.getObjectLockConfiguration(b -> b.bucket(bucket)).objectLockConfiguration();
        assertThat(configuration.objectLockEnabled()).isEqualTo(ObjectLockEnabled.ENABLED);
        assertThat(configuration.rule()).isNull();

        var refusal =
                assertRefused(
                        409,
                        "InvalidBucketState",
                        () ->
                                s3.putBucketVersioning(b ->
                                        b.bucket(bucket)
                                                .versioningConfiguration(v ->
                                                        v.status(
                                                                BucketVersioningStatus
                                                                        .SUSPENDED))));

        assertThat(message(refusal))
                .isEqualTo(
                        "An Object Lock configuration is present on this bucket, so the versioning"
                                + " state cannot be changed.");
    }

    @Test
    void aLockIsShownByHeadersAndByItself() {
        put(
                "k",
                b ->
                        b.objectLockMode(ObjectLockMode.GOVERNANCE)
                                .objectLockRetainUntilDate(tomorrow)
                                .objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON));

        var head = s3.headObject(b -> b.bucket(bucket).key("k"));

        assertThat(head.objectLockMode()).isEqualTo(ObjectLockMode.GOVERNANCE);
        assertThat(head.objectLockRetainUntilDate()).isEqualTo(tomorrow);
        assertThat(head.objectLockLegalHoldStatus()).isEqualTo(ObjectLockLegalHoldStatus.ON);
        var retention = s3.getObjectRetention(b -> b.bucket(bucket).key("k")).retention();
        assertThat(retention.mode()).isEqualTo(ObjectLockRetentionMode.GOVERNANCE);
        assertThat(retention.retainUntilDate()).isEqualTo(tomorrow);
    }

    @Test
    void governanceYieldsToWhoMayBypassIt() {
        var version = retained("k", ObjectLockMode.GOVERNANCE);
        var writer =
                SERVER.server()
                        .key(
                                Set.of(Right.READ, Right.WRITE),
                                Optional.empty(),
                                SERVER.key().namespace());

        var refusal = assertRefused(403, "AccessDenied", () -> delete(s3, "k", version, false));
        assertThat(message(refusal)).isEqualTo(PROTECTED);
        try (var other = SERVER.server().client(writer)) {
            assertRefused(403, "AccessDenied", () -> delete(other, "k", version, true));
            assertRefused(
                    403,
                    "AccessDenied",
                    () ->
                            retain(
                                    other,
                                    "k",
                                    ObjectLockRetentionMode.GOVERNANCE,
                                    tomorrow.minusSeconds(60),
                                    true));
            retain(other, "k", ObjectLockRetentionMode.GOVERNANCE, tomorrow.plusSeconds(60), false);
        }
        retain(s3, "k", ObjectLockRetentionMode.GOVERNANCE, tomorrow.minusSeconds(60), true);
        delete(s3, "k", version, true);

        assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).versions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectLockMode.class,
            names = {"GOVERNANCE", "COMPLIANCE"})
    void anEmptyRetentionIsNoWayOut(ObjectLockMode mode) {
        retained("k", mode);

        assertRefused(
                403,
                "AccessDenied",
                () -> s3.putObjectRetention(b -> b.bucket(bucket).key("k").retention(r -> {})));

        assertThat(s3.headObject(b -> b.bucket(bucket).key("k")).objectLockMode()).isEqualTo(mode);
    }

    @Test
    void governanceIsTakenAwayByABypass() {
        var version = retained("k", ObjectLockMode.GOVERNANCE);

        s3.putObjectRetention(
                b -> b.bucket(bucket).key("k").bypassGovernanceRetention(true).retention(r -> {}));

        delete(s3, "k", version, false);
    }

    @Test
    void complianceYieldsToNobody() {
        var version = retained("k", ObjectLockMode.COMPLIANCE);

        assertRefused(403, "AccessDenied", () -> delete(s3, "k", version, true));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        retain(
                                s3,
                                "k",
                                ObjectLockRetentionMode.COMPLIANCE,
                                tomorrow.minusSeconds(60),
                                true));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        retain(
                                s3,
                                "k",
                                ObjectLockRetentionMode.GOVERNANCE,
                                tomorrow.plusSeconds(60),
                                true));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        s3.putObjectRetention(b ->
                                b.bucket(bucket)
                                        .key("k")
                                        .bypassGovernanceRetention(true)
                                        .retention(r -> {})));
        retain(s3, "k", ObjectLockRetentionMode.COMPLIANCE, tomorrow.plusSeconds(60), false);

        assertThat(s3.headObject(b -> b.bucket(bucket).key("k")).objectLockRetainUntilDate())
                .isEqualTo(tomorrow.plusSeconds(60));
    }

    @Test
    void aMarkerMayStandInFrontOfWhatIsLocked() {
        var version = retained("k", ObjectLockMode.COMPLIANCE);

        assertThat(s3.deleteObject(b -> b.bucket(bucket).key("k")).deleteMarker()).isTrue();
        put("k", b -> {});

        assertThat(
                        s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").versionId(version))
                                .asUtf8String())
                .isEqualTo("x");
        assertRefused(409, "BucketNotEmpty", () -> s3.deleteBucket(b -> b.bucket(bucket)));
    }

    @Test
    void aLegalHoldHoldsUntilItIsLifted() {
        var version = put("k", b -> b.objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON));

        assertRefused(403, "AccessDenied", () -> delete(s3, "k", version, true));
        assertThat(s3.getObjectLegalHold(b -> b.bucket(bucket).key("k")).legalHold().status())
                .isEqualTo(ObjectLockLegalHoldStatus.ON);
        s3.putObjectLegalHold(b ->
                b.bucket(bucket).key("k").legalHold(h -> h.status(ObjectLockLegalHoldStatus.OFF)));
        assertThat(s3.getObjectLegalHold(b -> b.bucket(bucket).key("k")).legalHold().status())
                .isEqualTo(ObjectLockLegalHoldStatus.OFF);

        delete(s3, "k", version, false);
    }

    @Test
    void aLegalHoldThatNobodyEverSetIsNone() {
        put("k", b -> {});
        put("off", b -> b.objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.OFF));

        assertRefused(
                404,
                "NoSuchObjectLockConfiguration",
                () -> s3.getObjectLegalHold(b -> b.bucket(bucket).key("k")));
        assertThat(s3.getObjectLegalHold(b -> b.bucket(bucket).key("off")).legalHold().status())
                .isEqualTo(ObjectLockLegalHoldStatus.OFF);
        assertThat(s3.headObject(b -> b.bucket(bucket).key("k")).objectLockLegalHoldStatus())
                .isNull();
        assertThat(s3.headObject(b -> b.bucket(bucket).key("off")).objectLockLegalHoldStatus())
                .isEqualTo(ObjectLockLegalHoldStatus.OFF);
    }

    @Test
    void theBucketRetainsByDefault() {
        s3.putObjectLockConfiguration(b ->
                b.bucket(bucket)
                        .objectLockConfiguration(c ->
                                c.objectLockEnabled(ObjectLockEnabled.ENABLED)
                                        .rule(r ->
                                                r.defaultRetention(d ->
                                                        d.mode(ObjectLockRetentionMode.COMPLIANCE)
                                                                .days(2)))));

        put("put", b -> {});
        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("put")
                        .destinationBucket(bucket)
                        .destinationKey("copied"));
        var upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("parts")).uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket(bucket).key("parts").uploadId(upload).partNumber(1),
                        RequestBody.fromString("x"));
        s3.completeMultipartUpload(b ->
                b.bucket(bucket)
                        .key("parts")
                        .uploadId(upload)
                        .multipartUpload(m ->
                                m.parts(
                                        CompletedPart.builder()
                                                .partNumber(1)
                                                .eTag(part.eTag())
                                                .build())));
        retained("own", ObjectLockMode.GOVERNANCE);

        for (var name : new String[] {"put", "copied", "parts"}) {
            var head = s3.headObject(b -> b.bucket(bucket).key(name));
            assertThat(head.objectLockMode()).as(name).isEqualTo(ObjectLockMode.COMPLIANCE);
            assertThat(head.objectLockRetainUntilDate())
                    .as(name)
                    .isBetween(
                            tomorrow.plus(Duration.ofHours(23)),
                            tomorrow.plus(Duration.ofDays(1)).plusSeconds(60));
        }
        assertThat(s3.headObject(b -> b.bucket(bucket).key("own")).objectLockMode())
                .isEqualTo(ObjectLockMode.GOVERNANCE);
    }

    @Test
    void ofManyOnlyTheUnlockedAreDeleted() {
        var locked = retained("locked", ObjectLockMode.GOVERNANCE);
        var free = put("free", b -> {});

        var answer =
                s3.deleteObjects(b ->
                        b.bucket(bucket)
                                .delete(d ->
                                        d.objects(
                                                ObjectIdentifier.builder()
                                                        .key("locked")
                                                        .versionId(locked)
                                                        .build(),
                                                ObjectIdentifier.builder()
                                                        .key("free")
                                                        .versionId(free)
                                                        .build())));

        assertThat(answer.deleted())
                .singleElement()
                .satisfies(done -> assertThat(done.key()).isEqualTo("free"));
        assertThat(answer.errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("AccessDenied");
                    assertThat(error.message()).isEqualTo(PROTECTED);
                });
    }

    @Test
    void wrongLocksAreRefusedInTheWordsOfS3() {
        var past =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                put(
                                        "k",
                                        b ->
                                                b.objectLockMode(ObjectLockMode.GOVERNANCE)
                                                        .objectLockRetainUntilDate(Instant.EPOCH)));
        var alone =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () -> put("k", b -> b.objectLockMode(ObjectLockMode.GOVERNANCE)));
        var unknown =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                put(
                                        "k",
                                        b ->
                                                b.objectLockMode("BAD-VALUE")
                                                        .objectLockRetainUntilDate(tomorrow)));
        put("k", b -> {});
        var none =
                assertRefused(
                        404,
                        "NoSuchObjectLockConfiguration",
                        () -> s3.getObjectRetention(b -> b.bucket(bucket).key("k")));

        assertThat(message(past)).isEqualTo("The retain until date must be in the future!");
        assertThat(message(alone))
                .isEqualTo(
                        "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both"
                                + " be supplied");
        assertThat(message(unknown)).isEqualTo("Unknown wormMode directive.");
        assertThat(document(unknown)).contains("<ArgumentValue>BAD-VALUE</ArgumentValue>");
        assertThat(message(none))
                .isEqualTo("The specified object does not have a ObjectLock configuration");
    }

    @Test
    void aBucketWithoutLocksTakesNone() {
        var plain = bucket + "-plain";
        s3.createBucket(b -> b.bucket(plain));
        s3.putObject(b -> b.bucket(plain).key("k"), RequestBody.fromString("x"));

        var configuration =
                assertRefused(
                        404,
                        "ObjectLockConfigurationNotFoundError",
                        () -> s3.getObjectLockConfiguration(b -> b.bucket(plain)));
        var retention =
                assertRefused(
                        400,
                        "InvalidRequest",
                        () -> s3.getObjectRetention(b -> b.bucket(plain).key("k")));
        assertRefused(
                400,
                "InvalidRequest",
                () ->
                        s3.putObject(
                                b ->
                                        b.bucket(plain)
                                                .key("k")
                                                .objectLockLegalHoldStatus(
                                                        ObjectLockLegalHoldStatus.ON),
                                RequestBody.fromString("x")));
        var bypass =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                s3.deleteObject(b ->
                                        b.bucket(plain).key("k").bypassGovernanceRetention(true)));
        assertRefused(
                409,
                "InvalidBucketState",
                () ->
                        s3.putObjectLockConfiguration(b ->
                                b.bucket(plain)
                                        .objectLockConfiguration(c ->
                                                c.objectLockEnabled(ObjectLockEnabled.ENABLED))));

        assertThat(document(configuration)).contains("<BucketName>" + plain + "</BucketName>");
        assertThat(message(retention)).isEqualTo("Bucket is missing Object Lock Configuration");
        assertThat(message(bypass))
                .isEqualTo(
                        "x-amz-bypass-governance-retention is only applicable to Object Lock"
                                + " enabled buckets.");
    }
}
