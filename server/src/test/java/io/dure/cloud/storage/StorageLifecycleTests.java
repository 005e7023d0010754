package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.lifecycle.Lifecycle;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.tenancy.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/// Lifecycles of buckets, some days later.
@ServerTest
@Import(TestingStorage.class)
class StorageLifecycleTests {
    private static final long GIBIBYTE = 1L << 30;
    private static final String BUCKET = "logs";

    @Autowired TestingStorage storage;
    @Autowired LifecycleRepository repository;
    @Autowired Metadata metadata;
    @Autowired Bodies bodies;
    @Autowired Notifications notifications;
    @Autowired Quotas quotas;
    @Autowired Scoped scoped;
    @Autowired TransactionTemplate transaction;
    @Autowired InstantSource clock;

    private Caller renter;
    private S3Client s3;

    @BeforeEach
    void rent() {
        renter = storage.renter(GIBIBYTE);
        s3 = storage.client(renter);
        s3.createBucket(b -> b.bucket(BUCKET));
    }

    private void expireAfterDays(int days) {
        var rule =
                LifecycleRule.builder()
                        .status(ExpirationStatus.ENABLED)
                        .filter(f -> f.prefix("old/"))
                        .expiration(e -> e.days(days))
                        .noncurrentVersionExpiration(e -> e.noncurrentDays(days))
                        .build();
        s3.putBucketLifecycleConfiguration(b ->
                b.bucket(BUCKET)
                        .lifecycleConfiguration(
                                BucketLifecycleConfiguration.builder().rules(rule).build()));
    }

    private void put(String key) {
        s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString("x"));
    }

    private void runAfter(Duration later) {
        InstantSource then = () -> clock.instant().plus(later);
        new LifecycleSchedule(
                        repository,
                        new Lifecycle(metadata, bodies, notifications, Duration.ZERO, then),
                        quotas,
                        scoped,
                        transaction,
                        then)
                .run();
    }

    private int count() {
        return s3.listObjectVersions(b -> b.bucket(BUCKET)).versions().size();
    }

    @Test
    void objectsEndAfterTheirDays() {
        expireAfterDays(1);
        put("old/가");
        put("new");

        runAfter(Duration.ZERO);
        assertThat(count()).isEqualTo(2);
        runAfter(Duration.ofDays(3));

        assertThat(s3.listObjectsV2(b -> b.bucket(BUCKET)).contents())
                .extracting(object -> object.key())
                .containsExactly("new");
    }

    @Test
    void versionsEndAndTheirMarkersAfterThem() {
        s3.putBucketVersioning(b ->
                b.bucket(BUCKET)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        expireAfterDays(1);
        put("old/k");
        put("old/k");

        runAfter(Duration.ofDays(3));
        assertThat(count()).isOne();
        assertThat(s3.listObjectVersions(b -> b.bucket(BUCKET)).deleteMarkers()).hasSize(1);
        runAfter(Duration.ofDays(6));
        runAfter(Duration.ofDays(7));

        assertThat(s3.listObjectVersions(b -> b.bucket(BUCKET)).deleteMarkers()).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void aBucketHasItsTurnOnceAnHour() {
        expireAfterDays(1);
        put("old/k");
        runAfter(Duration.ofDays(1).minusMinutes(1));
        var namespace = new Namespace(renter.tenant().value());
        Instant later = clock.instant().plus(Duration.ofDays(3));

        assertThat(take(namespace, later)).contains("");
        assertThat(take(namespace, later.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(take(namespace, later.plus(Duration.ofMinutes(61)))).contains("");
    }

    private Optional<String> take(Namespace namespace, Instant now) {
        return scoped.write(
                namespace, () -> repository.take(BUCKET, now, now.plus(Duration.ofHours(1))));
    }

    @Test
    void inAnOrganisationThatIsShutNothingEnds() {
        expireAfterDays(1);
        put("old/k");
        storage.suspend(renter.tenant());

        runAfter(Duration.ofDays(3));

        var namespace = new Namespace(renter.tenant().value());
        assertThat(metadata.object(namespace, BUCKET, "old/k")).isPresent();
    }
}
