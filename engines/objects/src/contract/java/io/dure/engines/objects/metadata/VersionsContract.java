package io.dure.engines.objects.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.DeletionOutcome.Refused;
import io.dure.engines.objects.metadata.Marks.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [Metadata] does with versions and locks; its implementations' tests inherit this.
public interface VersionsContract {
    Instant AT = Instant.parse("2026-11-28T00:00:00Z");
    Instant LATER = AT.plus(Duration.ofDays(30));
    String IN = "bucket";

    Metadata metadata();

    /// A namespace of its own for each call, with room for some bytes.
    Namespace namespace();

    private Namespace withBucket(Versioning versioning) {
        var namespace = namespace();
        metadata().createBucket(namespace, new Bucket(IN, AT));
        if (versioning != Versioning.NEVER) {
            metadata().setVersioning(namespace, IN, versioning);
        }
        return namespace;
    }

    private Namespace withLocks() {
        var namespace = namespace();
        metadata().createBucket(namespace, new Bucket(IN, AT, Versioning.ENABLED, true));
        return namespace;
    }

    private static StoredObject object(String key, long size, Marks marks) {
        return new StoredObject(
                key,
                VersionId.random(),
                size,
                "etag-" + size,
                AT,
                Attributes.NONE,
                Optional.empty(),
                Encryption.MANAGED,
                marks,
                List.of(new StoredBody(UUID.randomUUID(), size)));
    }

    private StoredObject put(Namespace namespace, String key, long size) {
        return put(namespace, object(key, size, Marks.NONE));
    }

    private StoredObject put(Namespace namespace, StoredObject object) {
        var written = metadata().put(namespace, IN, object, new Precondition.None());
        return object.withVersion(written.version());
    }

    private Deleted delete(Namespace namespace, String key, Optional<VersionId> version) {
        return outcome(namespace, key, version, false, AT).require();
    }

    private DeletionOutcome outcome(
            Namespace namespace, String key, Optional<VersionId> version, boolean bypass, Instant now) {
        return metadata()
                .delete(
                        namespace,
                        IN,
                        List.of(new Deletion(key, version, new Precondition.None())),
                        bypass,
                        now)
                .getFirst();
    }

    private Optional<ObjectVersion> find(Namespace namespace, String key, VersionId version) {
        return metadata().find(namespace, IN, key, Optional.of(version)).object();
    }

    private List<ListedVersion> versions(Namespace namespace) {
        return metadata()
                .versions(namespace, IN, new Listing("", "", "", 1000), Optional.empty())
                .items();
    }

    private static void assertRefused(S3Error error, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    default void aBucketWithVersionsKeepsWhatIsOverwritten() {
        var namespace = withBucket(Versioning.ENABLED);
        var first = put(namespace, "k", 1);
        var second = put(namespace, "k", 2);

        assertThat(first.version()).isNotEqualTo(VersionId.NULL).isNotEqualTo(second.version());
        assertThat(metadata().object(namespace, IN, "k")).contains(second);
        assertThat(find(namespace, "k", first.version())).contains(first);
        assertThat(find(namespace, "k", VersionId.random())).isEmpty();
        assertThat(metadata().find(namespace, IN, "k", Optional.empty()).versioning())
                .isEqualTo(Versioning.ENABLED);
        assertThat(versions(namespace))
                .extracting(ListedVersion::version, ListedVersion::isLatest)
                .containsExactly(
                        tuple(second.version(), true),
                        tuple(first.version(), false));
    }

    @Test
    default void aDeletedObjectIsBackOnceItsMarkerIsDeleted() {
        var namespace = withBucket(Versioning.ENABLED);
        var object = put(namespace, "k", 1);

        var marker = delete(namespace, "k", Optional.empty());

        assertThat(marker.isMarker()).isTrue();
        assertThat(marker.unreferenced()).isEmpty();
        assertThat(metadata().object(namespace, IN, "k")).isEmpty();
        assertThat(metadata().find(namespace, IN, "k", Optional.empty()).object())
                .contains(new DeleteMarker("k", marker.version().orElseThrow(), AT));
        assertThat(metadata().list(namespace, IN, new Listing("", "", "", 10)).items()).isEmpty();
        assertThat(versions(namespace))
                .extracting(ListedVersion::isMarker, ListedVersion::isLatest)
                .containsExactly(
                        tuple(true, true),
                        tuple(false, false));
        assertThat(delete(namespace, "k", marker.version()).isMarker()).isTrue();
        assertThat(metadata().object(namespace, IN, "k")).contains(object);
    }

    @Test
    default void whoDeletesTheCurrentVersionGetsTheOneBelow() {
        var namespace = withBucket(Versioning.ENABLED);
        var first = put(namespace, "k", 1);
        var second = put(namespace, "k", 2);

        var deleted = delete(namespace, "k", Optional.of(second.version()));

        assertThat(deleted.isMarker()).isFalse();
        assertThat(deleted.unreferenced()).isEqualTo(second.bodies());
        assertThat(metadata().object(namespace, IN, "k")).contains(first);
        assertThat(delete(namespace, "k", Optional.of(first.version())).unreferenced())
                .isEqualTo(first.bodies());
        assertThat(versions(namespace)).isEmpty();
        assertThat(metadata().deleteBucket(namespace, IN)).isEmpty();
    }

    @Test
    default void whatWasThereBeforeVersionsIsTheNullVersion() {
        var namespace = withBucket(Versioning.NEVER);
        var before = put(namespace, "k", 1);
        metadata().setVersioning(namespace, IN, Versioning.ENABLED);
        var second = put(namespace, "k", 2);
        metadata().setVersioning(namespace, IN, Versioning.SUSPENDED);

        var third = metadata()
                .put(namespace, IN, object("k", 3, Marks.NONE), new Precondition.None());

        assertThat(before.version()).isEqualTo(VersionId.NULL);
        assertThat(third.version()).isEqualTo(VersionId.NULL);
        assertThat(third.unreferenced()).isEqualTo(before.bodies());
        assertThat(versions(namespace))
                .extracting(ListedVersion::version)
                .containsExactly(VersionId.NULL, second.version());
        var marker = delete(namespace, "k", Optional.empty());
        assertThat(marker.version()).contains(VersionId.NULL);
        assertThat(marker.unreferenced()).hasSize(1);
        assertThat(versions(namespace))
                .extracting(ListedVersion::version, ListedVersion::isMarker)
                .containsExactly(
                        tuple(VersionId.NULL, true),
                        tuple(second.version(), false));
    }

    @Test
    default void aBucketWithOldVersionsIsNotEmpty() {
        var namespace = withBucket(Versioning.ENABLED);
        put(namespace, "k", 1);
        delete(namespace, "k", Optional.empty());

        assertRefused(S3Error.BUCKET_NOT_EMPTY, () -> metadata().deleteBucket(namespace, IN));
    }

    @Test
    default void everyVersionCountsAgainstTheQuota() {
        var namespace = withBucket(Versioning.ENABLED);
        put(namespace, "k", 6_000);
        assertRefused(S3Error.QUOTA_EXCEEDED, () -> put(namespace, "k", 6_000));

        var small = put(namespace, "k", 3_000);
        assertRefused(S3Error.QUOTA_EXCEEDED, () -> put(namespace, "k", 3_000));
        delete(namespace, "k", Optional.of(small.version()));

        put(namespace, "k", 4_000);
    }

    @Test
    default void versionsAreListedPageByPage() {
        var namespace = withBucket(Versioning.ENABLED);
        var random = new Random(5);
        for (var i = 0; i < 60; i++) {
            var key = List.of("a", "a/b", "a/c", "b", "b/d", "한글").get(random.nextInt(6));
            if (random.nextInt(3) == 0) {
                delete(namespace, key, Optional.empty());
            } else {
                put(namespace, key, 1);
            }
        }
        var all = versions(namespace);
        for (var size = 1; size < 8; size++) {
            assertThat(paged(namespace, size)).isEqualTo(all);
        }
        var folded = metadata()
                .versions(namespace, IN, new Listing("", "/", "", 1000), Optional.empty());
        assertThat(folded.commonPrefixes()).containsExactly("a/", "b/");
        assertThat(folded.items())
                .isEqualTo(all.stream().filter(version -> !version.key().contains("/")).toList());
    }

    private List<ListedVersion> paged(Namespace namespace, int size) {
        var read = new ArrayList<ListedVersion>();
        var page = metadata()
                .versions(namespace, IN, new Listing("", "", "", size), Optional.empty());
        read.addAll(page.items());
        while (page.truncated()) {
            page = metadata()
                    .versions(
                            namespace,
                            IN,
                            new Listing("", "", page.last(), size),
                            Optional.of(page.items().getLast().version()));
            read.addAll(page.items());
        }
        return read;
    }

    @Test
    default void aRetainedVersionStaysUntilItsTime() {
        var namespace = withLocks();
        var retained = Marks.NONE.with(
                new Change.Retain(Optional.of(new Retention(RetentionMode.COMPLIANCE, LATER))));
        var object = put(namespace, object("k", 1, retained));
        var version = Optional.of(object.version());

        assertThat(outcome(namespace, "k", version, true, AT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().error()).isEqualTo(S3Error.ACCESS_DENIED));
        assertThat(delete(namespace, "k", Optional.empty()).isMarker()).isTrue();
        assertThat(find(namespace, "k", object.version())).contains(object);
        assertThat(outcome(namespace, "k", version, false, LATER)).isInstanceOf(Deleted.class);
    }

    @Test
    default void governanceCanBeBypassedAndALegalHoldCannot() {
        var namespace = withLocks();
        var governed = Marks.NONE.with(
                new Change.Retain(Optional.of(new Retention(RetentionMode.GOVERNANCE, LATER))));
        var held = put(namespace, object("held", 1, governed.with(new Change.Hold(LegalHold.ON))));
        var object = put(namespace, object("k", 1, governed));
        var version = Optional.of(object.version());

        assertThat(outcome(namespace, "k", version, false, AT)).isInstanceOf(Refused.class);
        assertThat(outcome(namespace, "k", version, true, AT)).isInstanceOf(Deleted.class);
        assertThat(outcome(namespace, "held", Optional.of(held.version()), true, AT))
                .isInstanceOf(Refused.class);
    }

    @Test
    default void complianceIsOnlyEverProlonged() {
        var namespace = withLocks();
        var object = put(namespace, "k", 1);

        retain(namespace, RetentionMode.COMPLIANCE, LATER, true);
        assertRefused(
                S3Error.ACCESS_DENIED,
                () -> retain(namespace, RetentionMode.COMPLIANCE, LATER.minusSeconds(1), true));
        assertRefused(
                S3Error.ACCESS_DENIED,
                () -> retain(namespace, RetentionMode.GOVERNANCE, LATER.plusSeconds(1), true));
        retain(namespace, RetentionMode.COMPLIANCE, LATER.plusSeconds(1), false);

        assertThat(metadata().object(namespace, IN, "k").orElseThrow().marks().retention())
                .contains(new Retention(RetentionMode.COMPLIANCE, LATER.plusSeconds(1)));
        assertThat(find(namespace, "k", object.version())).isPresent();
    }

    @Test
    default void aRetentionIsTakenAwayOnlyByABypassOfGovernance() {
        var namespace = withLocks();
        put(namespace, "k", 1);
        var nothing = new Change.Retain(Optional.empty());

        retain(namespace, RetentionMode.GOVERNANCE, LATER, false);
        assertRefused(S3Error.ACCESS_DENIED, () -> mark(namespace, nothing, false));
        mark(namespace, nothing, true);
        assertThat(metadata().object(namespace, IN, "k").orElseThrow().marks().retention())
                .isEmpty();
        retain(namespace, RetentionMode.COMPLIANCE, LATER, false);
        assertRefused(S3Error.ACCESS_DENIED, () -> mark(namespace, nothing, false));
        assertRefused(S3Error.ACCESS_DENIED, () -> mark(namespace, nothing, true));
    }

    private void mark(Namespace namespace, Change change, boolean bypass) {
        metadata().mark(namespace, IN, "k", Optional.empty(), change, bypass, AT);
    }

    @Test
    default void aLegalHoldIsLifted() {
        var namespace = withLocks();
        var object = put(namespace, "k", 1);

        mark(namespace, new Change.Hold(LegalHold.ON), false);
        assertThat(outcome(namespace, "k", Optional.of(object.version()), true, AT))
                .isInstanceOf(Refused.class);
        mark(namespace, new Change.Hold(LegalHold.OFF), false);

        assertThat(outcome(namespace, "k", Optional.of(object.version()), true, AT))
                .isInstanceOf(Deleted.class);
    }

    private void retain(Namespace namespace, RetentionMode mode, Instant until, boolean bypass) {
        metadata()
                .mark(
                        namespace,
                        IN,
                        "k",
                        Optional.empty(),
                        new Change.Retain(Optional.of(new Retention(mode, until))),
                        bypass,
                        AT);
    }

    @Test
    default void marksChangeOfTheVersionThatIsNamed() {
        var namespace = withBucket(Versioning.ENABLED);
        var first = put(namespace, "k", 1);
        put(namespace, "k", 2);
        var tags = new ObjectTags(List.of(new Tag("부서", "총무")));

        var marked = metadata()
                .mark(
                        namespace,
                        IN,
                        "k",
                        Optional.of(first.version()),
                        new Change.Tags(tags),
                        false,
                        AT);

        assertThat(marked.version()).isEqualTo(first.version());
        assertThat(find(namespace, "k", first.version()).orElseThrow())
                .isInstanceOfSatisfying(
                        StoredObject.class, found -> assertThat(found.marks().tags()).isEqualTo(tags));
        assertThat(metadata().object(namespace, IN, "k").orElseThrow().marks().tags().isEmpty())
                .isTrue();
    }

    @Test
    default void whatIsNotThereCannotBeMarked() {
        var namespace = withBucket(Versioning.ENABLED);
        put(namespace, "k", 1);
        var marker = delete(namespace, "k", Optional.empty());
        var change = new Change.Tags(ObjectTags.NONE);

        assertRefused(S3Error.NO_SUCH_KEY, () -> mark(namespace, Optional.empty(), change));
        assertRefused(S3Error.METHOD_NOT_ALLOWED, () -> mark(namespace, marker.version(), change));
        assertRefused(
                S3Error.NO_SUCH_VERSION,
                () -> mark(namespace, Optional.of(VersionId.random()), change));
    }

    private void mark(Namespace namespace, Optional<VersionId> version, Change change) {
        metadata().mark(namespace, IN, "k", version, change, false, AT);
    }

    @Test
    default void locksNeedABucketWithLocks() {
        var namespace = withBucket(Versioning.ENABLED);
        put(namespace, "k", 1);
        var held = Marks.NONE.with(new Change.Hold(LegalHold.ON));

        assertRefused(S3Error.INVALID_REQUEST, () -> put(namespace, object("x", 1, held)));
        assertRefused(
                S3Error.INVALID_REQUEST,
                () -> mark(namespace, Optional.empty(), new Change.Hold(LegalHold.ON)));
        metadata().enableObjectLock(namespace, IN);
        put(namespace, object("x", 1, held));
        assertRefused(
                S3Error.INVALID_BUCKET_STATE,
                () -> metadata().setVersioning(namespace, IN, Versioning.SUSPENDED));
    }
}
