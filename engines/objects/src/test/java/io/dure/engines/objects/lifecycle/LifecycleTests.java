package io.dure.engines.objects.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.events.TestingEvents;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lifecycle of a bucket, on days of our choosing.
class LifecycleTests {
    private static final Namespace NAMESPACE = new Namespace(new UUID(0, 7));
    private static final String BUCKET = "bucket";
    private static final Instant DAY_0 = Instant.parse("2026-11-01T12:00:00Z");
    private static final String EXPIRE_ALL = rule("<Expiration><Days>1</Days></Expiration>");

    @TempDir Path folder;
    private final Metadata metadata = new InMemoryMetadata(1 << 30);
    private final TestingEvents events = new TestingEvents();
    private TestingBodies bodies;
    private Instant now = DAY_0;
    private Lifecycle lifecycle;

    @BeforeEach
    void open() throws IOException {
        bodies = TestingBodies.clear(folder);
        InstantSource clock = () -> now;
        lifecycle =
                new Lifecycle(
                        metadata,
                        bodies.bodies(),
                        new Notifications(metadata, events, clock, "us-east-1"),
                        Duration.ZERO,
                        clock);
    }

    private static String rule(String actions) {
        return "<LifecycleConfiguration><Rule><ID>r</ID><Filter/><Status>Enabled</Status>"
                + actions
                + "</Rule></LifecycleConfiguration>";
    }

    private void bucket(Versioning versioning, boolean objectLock, String rules) {
        metadata.createBucket(NAMESPACE, new Bucket(BUCKET, DAY_0, versioning, objectLock));
        metadata.putDocument(NAMESPACE, BUCKET, BucketDocument.LIFECYCLE, rules);
    }

    private StoredObject put(String key, Marks marks, StoredBody body) {
        var object =
                new StoredObject(
                        key,
                        VersionId.random(),
                        body.size(),
                        "etag",
                        now,
                        Attributes.NONE,
                        Optional.empty(),
                        Encryption.NONE,
                        marks,
                        List.of(body));
        var written = metadata.put(NAMESPACE, BUCKET, object, new Precondition.None());
        return object.withVersion(written.version());
    }

    private StoredObject put(String key) {
        return put(key, Marks.NONE, new StoredBody(UUID.randomUUID(), 1));
    }

    private void delete(String key) {
        metadata.delete(NAMESPACE, BUCKET, List.of(Deletion.of(key)), false, now);
    }

    private void day(int number) {
        now = DAY_0.plus(Duration.ofDays(number));
    }

    private Lifecycle.Run run() {
        return lifecycle.run(NAMESPACE, BUCKET, "");
    }

    private List<ListedVersion> versions() {
        return metadata.versions(
                        NAMESPACE, BUCKET, new Listing("", "", "", 100_000), Optional.empty())
                .items();
    }

    @Test
    void anObjectEndsAtTheMidnightAfterItsDaysWithItsBody() throws IOException {
        bucket(Versioning.NEVER, false, EXPIRE_ALL);
        var body = bodies.write(TestingBodies.bytes(1, 100));
        put("k", Marks.NONE, body);

        now = Instant.parse("2026-11-02T23:59:59Z");
        assertThat(run().ended()).isZero();
        now = Instant.parse("2026-11-03T00:00:00Z");
        assertThat(run().ended()).isOne();

        assertThat(versions()).isEmpty();
        assertThat(bodies.isThere(body)).isFalse();
    }

    @Test
    void inABucketWithVersionsAMarkerComesAndGoesOnceNothingIsUnderIt() {
        bucket(
                Versioning.ENABLED,
                false,
                rule(
                        "<Expiration><Days>1</Days></Expiration><NoncurrentVersionExpiration>"
                                + "<NoncurrentDays>3</NoncurrentDays></NoncurrentVersionExpiration>"));
        put("k");

        day(2);
        run();
        assertThat(versions()).extracting(ListedVersion::isMarker).containsExactly(true, false);
        day(5);
        assertThat(run().ended()).isZero();
        day(6);
        run();
        assertThat(versions()).extracting(ListedVersion::isMarker).containsExactly(true);
        run();

        assertThat(versions()).isEmpty();
    }

    @Test
    void theNewestNoncurrentVersionsStayWhateverTheirAge() {
        bucket(
                Versioning.ENABLED,
                false,
                rule(
                        "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays>"
                                + "<NewerNoncurrentVersions>2</NewerNoncurrentVersions>"
                                + "</NoncurrentVersionExpiration>"));
        put("a");
        put("k");
        put("k");
        var third = put("k");
        var fourth = put("k");
        var current = put("k");

        day(10);
        var run = run();

        assertThat(run.ended()).isEqualTo(2);
        assertThat(versions())
                .filteredOn(version -> version.key().equals("k"))
                .extracting(ListedVersion::version)
                .containsExactly(current.version(), fourth.version(), third.version());
    }

    @Test
    void whatIsLockedStaysUntilItIsNot() {
        bucket(
                Versioning.ENABLED,
                true,
                rule(
                        "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays>"
                                + "</NoncurrentVersionExpiration>"));
        var retention = new Retention(RetentionMode.GOVERNANCE, DAY_0.plus(Duration.ofDays(20)));
        put(
                "k",
                Marks.NONE.with(new Marks.Change.Retain(Optional.of(retention))),
                new StoredBody(UUID.randomUUID(), 1));
        put("k");

        day(10);
        assertThat(run().ended()).isZero();
        day(21);
        assertThat(run().ended()).isOne();
    }

    @Test
    void anUploadThatNobodyFinishesIsAborted() throws IOException {
        bucket(
                Versioning.NEVER,
                false,
                rule(
                        "<AbortIncompleteMultipartUpload><DaysAfterInitiation>2"
                                + "</DaysAfterInitiation></AbortIncompleteMultipartUpload>"));
        var id = UUID.randomUUID();
        metadata.createUpload(
                NAMESPACE,
                BUCKET,
                new Upload(
                        id,
                        "k",
                        Attributes.NONE,
                        Optional.empty(),
                        Encryption.NONE,
                        Marks.NONE,
                        now));
        var body = bodies.write(TestingBodies.bytes(1, 100));
        metadata.putPart(
                NAMESPACE, BUCKET, "k", id, new Part(1, "etag", now, Optional.empty(), body));

        day(2);
        assertThat(run().ended()).isZero();
        day(3);
        assertThat(run().ended()).isOne();

        assertThat(bodies.isThere(body)).isFalse();
        assertThat(run().ended()).isZero();
    }

    @Test
    void aLargeBucketTakesSeveralRuns() {
        bucket(Versioning.NEVER, false, EXPIRE_ALL);
        for (var at = 0; at < 12_500; at++) {
            put("%05d".formatted(at));
        }
        day(2);

        var first = run();
        var second = lifecycle.run(NAMESPACE, BUCKET, first.after().orElseThrow());

        assertThat(first.ended()).isEqualTo(10_000);
        assertThat(first.after()).contains("09999");
        assertThat(second).isEqualTo(new Lifecycle.Run(2_500, Optional.empty()));
        assertThat(versions()).isEmpty();
    }

    @Test
    void manyVersionsOfOneKeyAreReadPageByPage() {
        bucket(
                Versioning.ENABLED,
                false,
                rule(
                        "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays>"
                                + "<NewerNoncurrentVersions>1</NewerNoncurrentVersions>"
                                + "</NoncurrentVersionExpiration>"));
        for (var at = 0; at < 2_500; at++) {
            put("k");
        }
        delete("k");
        day(3);

        assertThat(run().ended()).isEqualTo(2_499);
        assertThat(versions()).hasSize(2);
    }

    @Test
    void webhooksAreToldOfWhatEnds() {
        bucket(Versioning.ENABLED, false, EXPIRE_ALL);
        metadata.putDocument(
                NAMESPACE,
                BUCKET,
                BucketDocument.NOTIFICATION,
                "<NotificationConfiguration><TopicConfiguration><Id>i</Id>"
                        + "<Topic>arn:dure:hooks:::h</Topic><Event>s3:LifecycleExpiration:*</Event>"
                        + "</TopicConfiguration></NotificationConfiguration>");
        put("k");
        day(2);

        run();

        assertThat(events.told())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.record().event())
                            .isEqualTo(Event.EXPIRED_DELETE_MARKER_CREATED);
                    assertThat(event.record().subject().versionId())
                            .contains(versions().getFirst().version().toString());
                });
    }

    @Test
    void aBucketWithoutRulesIsLeftAlone() {
        metadata.createBucket(NAMESPACE, new Bucket(BUCKET, DAY_0));
        put("k");
        day(1_000);

        assertThat(run()).isEqualTo(new Lifecycle.Run(0, Optional.empty()));
        assertThat(versions()).hasSize(1);
    }
}
