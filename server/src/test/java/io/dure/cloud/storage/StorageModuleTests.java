package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.engines.objects.access.HostedNamespace;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.people.PersonDeactivated;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The rented storage of organisations, as S3 clients see it.
@ServerTest
@Import(TestingStorage.class)
class StorageModuleTests {
    private static final long GIBIBYTE = 1L << 30;

    @Autowired TestingStorage storage;
    @Autowired AccessKeys keys;
    @Autowired Buckets buckets;
    @Autowired KeyRing ring;
    @Autowired Organisations organisations;
    @Autowired StoredRemains remains;
    @Autowired Metadata metadata;
    @Autowired Bodies bodies;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    private static void assertRefused(int status, String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(status);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }

    @Test
    void anOrganisationStoresAndReadsBack() {
        try (var s3 = storage.client(storage.renter(GIBIBYTE))) {
            s3.createBucket(b -> b.bucket("photos"));
            s3.putObject(b -> b.bucket("photos").key("한글/가 나.txt"), RequestBody.fromString("내용"));

            assertThat(
                            s3.getObjectAsBytes(b -> b.bucket("photos").key("한글/가 나.txt"))
                                    .asUtf8String())
                    .isEqualTo("내용");
        }
    }

    @Test
    void organisationsWithTheSameBucketNeverMeet() {
        try (var one = storage.client(storage.renter(GIBIBYTE));
                var other = storage.client(storage.renter(GIBIBYTE))) {
            one.createBucket(b -> b.bucket("same"));
            other.createBucket(b -> b.bucket("same"));
            one.putObject(b -> b.bucket("same").key("k"), RequestBody.fromString("one's"));

            assertThat(other.listObjectsV2(b -> b.bucket("same")).contents()).isEmpty();
            assertRefused(
                    404, "NoSuchKey", () -> other.getObjectAsBytes(b -> b.bucket("same").key("k")));
        }
    }

    @Test
    void aBucketMadeAnewByTheConsoleHasNothingOfItsPredecessor() {
        var renter = storage.renter(GIBIBYTE);
        try (var s3 = storage.client(renter)) {
            s3.createBucket(b -> b.bucket("photos"));
            s3.putBucketPolicy(b ->
                    b.bucket("photos")
                            .policy(
                                    """
                                    {"Statement": {"Effect": "Deny", "Principal": "*",
                                     "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::photos"}}\
                                    """));
            assertRefused(403, "AccessDenied", () -> s3.listObjects(b -> b.bucket("photos")));

            TenantScope.run(
                    renter.tenant(),
                    () -> {
                        buckets.delete(renter, "photos");
                        buckets.create(renter, "photos", Optional.empty());
                    });

            assertThat(s3.listObjects(b -> b.bucket("photos")).contents()).isEmpty();
        }
    }

    @Test
    void aHostNamesAnOrganisationOpenOrShut() {
        var tenant = storage.renter(GIBIBYTE).tenant();
        var namespace = new Namespace(tenant.value());
        var label = TenantScope.call(tenant, organisations::current).shortName();

        assertThat(ring.named(label)).contains(new HostedNamespace(namespace, false));
        storage.suspend(tenant);
        assertThat(ring.named(label)).contains(new HostedNamespace(namespace, true));
        assertThat(ring.named("nobody-at-all")).isEmpty();
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        var renter = storage.renter(GIBIBYTE);
        var key = storage.key(renter, KeyRequest.Kind.APPLICATION);
        try (var s3 = storage.client(key)) {
            s3.listBuckets();

            TenantScope.run(renter.tenant(), () -> keys.revoke(renter, key.key().id()));

            assertRefused(403, "InvalidAccessKeyId", s3::listBuckets);
        }
    }

    @Test
    void aRotatedKeyWorksBesideItsSuccessorForAWhile() {
        var renter = storage.renter(GIBIBYTE);
        var key = storage.key(renter, KeyRequest.Kind.APPLICATION);
        var kept =
                TenantScope.call(
                        renter.tenant(),
                        () -> keys.rotate(renter, key.key().id(), Duration.ofHours(1)));
        try (var old = storage.client(key);
                var successor = storage.client(kept)) {
            old.listBuckets();
            successor.listBuckets();

            TenantScope.call(
                    renter.tenant(), () -> keys.rotate(renter, key.key().id(), Duration.ZERO));

            assertRefused(403, "InvalidAccessKeyId", old::listBuckets);
            successor.listBuckets();
        }
    }

    @Test
    void rotatingAKeyThatIsEndingDoesNotLengthenItsLife() {
        var renter = storage.renter(GIBIBYTE);
        var key = storage.key(renter, KeyRequest.Kind.APPLICATION);
        rotate(renter, key, Duration.ofHours(1));
        var end = endOf(renter, key);

        rotate(renter, key, Duration.ofDays(30));

        assertThat(endOf(renter, key)).isEqualTo(end);
    }

    @Test
    void aKeyThatHasEndedHasNoSuccessor() {
        var renter = storage.renter(GIBIBYTE);
        var key = storage.key(renter, KeyRequest.Kind.APPLICATION);
        rotate(renter, key, Duration.ZERO);

        assertThatThrownBy(() -> rotate(renter, key, Duration.ofDays(30)))
                .isInstanceOf(UnknownThingException.class);
    }

    private void rotate(Caller renter, IssuedKey key, Duration overlap) {
        TenantScope.call(renter.tenant(), () -> keys.rotate(renter, key.key().id(), overlap));
    }

    private Instant endOf(Caller renter, IssuedKey key) {
        return TenantScope.call(renter.tenant(), () -> keys.list(renter)).stream()
                .filter(held -> held.id().equals(key.key().id()))
                .findFirst()
                .flatMap(HeldKey::expiresAt)
                .orElseThrow();
    }

    @Test
    void whoeverManagesTheStorageDoesNotReadItByThat() {
        var renter = storage.renter(GIBIBYTE);
        var manager = storage.colleague(renter, StorageCapabilities.MANAGE);

        assertThatThrownBy(() -> storage.key(manager, KeyRequest.Kind.APPLICATION))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void somebodyElsesKeyCanBeRevokedButNotReplaced() {
        var renter = storage.renter(GIBIBYTE);
        var key = storage.key(renter, KeyRequest.Kind.PERSONAL).key();
        var manager =
                storage.colleague(
                        renter,
                        StorageCapabilities.READ,
                        StorageCapabilities.WRITE,
                        StorageCapabilities.MANAGE);

        assertThatThrownBy(() ->
                        TenantScope.call(
                                renter.tenant(),
                                () -> keys.rotate(manager, key.id(), Duration.ZERO)))
                .isInstanceOf(UnknownThingException.class);
        TenantScope.run(renter.tenant(), () -> keys.revoke(manager, key.id()));
    }

    @Test
    void aKeyMayDoNoMoreThanItsOwnerMay() {
        var renter = storage.renter(GIBIBYTE);
        var nobody = storage.colleague(renter, StorageCapabilities.READ);
        var borrowed =
                TenantScope.call(
                        renter.tenant(),
                        () ->
                                keys.create(
                                        nobody,
                                        new KeyRequest(
                                                KeyRequest.Kind.PERSONAL,
                                                "test",
                                                Set.of(Right.READ),
                                                Optional.empty())));

        try (var s3 = storage.client(borrowed)) {
            // Whoever made it holds no role by which it could read.
            assertRefused(403, "InvalidAccessKeyId", s3::listBuckets);
        }
    }

    @Test
    void aDeactivatedPersonsKeysDieAndAnApplicationsLiveOn() {
        var renter = storage.renter(GIBIBYTE);
        try (var personal = storage.client(renter);
                var application =
                        storage.client(storage.key(renter, KeyRequest.Kind.APPLICATION))) {
            personal.listBuckets();

            TenantScope.run(
                    renter.tenant(),
                    () ->
                            transaction.executeWithoutResult(_ ->
                                    events.publishEvent(
                                            new PersonDeactivated(
                                                    renter.tenant(), renter.person()))));

            assertRefused(403, "InvalidAccessKeyId", personal::listBuckets);
            application.listBuckets();
        }
    }

    @Test
    void whatARemovedOrganisationStoredGoesRowsAndBodies() throws IOException {
        var renter = storage.renter(GIBIBYTE);
        var namespace = new Namespace(renter.tenant().value());
        try (var s3 = storage.client(renter)) {
            for (var bucket : List.of("one", "two")) {
                s3.createBucket(b -> b.bucket(bucket));
                s3.putObject(b -> b.bucket(bucket).key("a/b"), RequestBody.fromString("content"));
                s3.putObject(b -> b.bucket(bucket).key("c"), RequestBody.fromString("content"));
                var upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
                s3.uploadPart(
                        b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                        RequestBody.fromString("part"));
            }
            var stored = metadata.object(namespace, "one", "a/b").orElseThrow();

            TenantScope.run(renter.tenant(), () -> remains.remove(renter.tenant()));
            TenantScope.run(renter.tenant(), () -> remains.remove(renter.tenant()));

            assertRefused(403, "InvalidAccessKeyId", s3::listBuckets);
            assertThat(bodies.open(stored.bodies())).isEmpty();
        }
        assertThat(metadata.buckets(namespace)).isEmpty();
        assertThat(TenantScope.call(renter.tenant(), () -> buckets.use(renter)).usedBytes())
                .isZero();
    }

    @Test
    void aSuspendedOrganisationIsRefused() {
        var renter = storage.renter(GIBIBYTE);
        try (var s3 = storage.client(renter)) {
            s3.listBuckets();

            storage.suspend(renter.tenant());

            assertRefused(403, "AccountProblem", s3::listBuckets);
        }
    }

    @Test
    void anOrganisationThatDoesNotRentStorageIsRefused() {
        var renter = storage.renter(GIBIBYTE);
        storage.endRent(renter.tenant());

        try (var s3 = storage.client(renter)) {
            assertRefused(403, "AccountProblem", s3::listBuckets);
        }
    }

    @Test
    void theQuotaIsExactUnderParallelUploads() throws Exception {
        var renter = storage.renter(10_000);
        try (var s3 = storage.client(renter);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            s3.createBucket(b -> b.bucket("quota"));
            var uploads = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 30; i++) {
                var key = "k" + i;
                uploads.add(() -> isStored(s3, key));
            }

            var stored = 0;
            for (var upload : threads.invokeAll(uploads)) {
                stored += upload.get() ? 1 : 0;
            }

            assertThat(stored).isEqualTo(10);
            var use = TenantScope.call(renter.tenant(), () -> buckets.use(renter));
            assertThat(use.usedBytes()).isEqualTo(10_000);
            assertThat(use.objects()).isEqualTo(10);
            assertThat(s3.listObjectsV2(b -> b.bucket("quota")).contents()).hasSize(10);
        }
    }

    private static boolean isStored(S3Client s3, String key) {
        try {
            s3.putObject(b -> b.bucket("quota").key(key), RequestBody.fromBytes(new byte[1000]));
            return true;
        } catch (S3Exception e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("QuotaExceeded");
            return false;
        }
    }

    @Test
    void aBucketsOwnQuotaBoundsItAndPendingPartsCount() {
        var renter = storage.renter(GIBIBYTE);
        TenantScope.call(
                renter.tenant(),
                () -> buckets.create(renter, "small", java.util.Optional.of(1500L)));
        try (var s3 = storage.client(renter)) {
            var upload = s3.createMultipartUpload(b -> b.bucket("small").key("k")).uploadId();
            s3.uploadPart(
                    b -> b.bucket("small").key("k").uploadId(upload).partNumber(1),
                    RequestBody.fromBytes(new byte[1000]));

            assertRefused(
                    403,
                    "QuotaExceeded",
                    () ->
                            s3.putObject(
                                    b -> b.bucket("small").key("x"),
                                    RequestBody.fromBytes(new byte[501])));
            s3.abortMultipartUpload(b -> b.bucket("small").key("k").uploadId(upload));
            s3.putObject(b -> b.bucket("small").key("x"), RequestBody.fromBytes(new byte[1500]));
            s3.putObject(b -> b.bucket("small").key("x"), RequestBody.fromBytes(new byte[1400]));
            s3.deleteObject(b -> b.bucket("small").key("x"));
        }
        var bucket = TenantScope.call(renter.tenant(), () -> buckets.find(renter, "small"));
        assertThat(bucket.bytes()).isZero();
        assertThat(bucket.pendingBytes()).isZero();
        assertThat(bucket.objects()).isZero();
    }
}
