package io.dure.engines.objects.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.DeletionOutcome.Refused;
import io.dure.engines.objects.metadata.Expiry.State;
import io.dure.engines.objects.metadata.Marks.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [Metadata] does with versions that end by themselves; its implementations' tests
/// inherit this.
public interface ExpiryContract {
    Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    Instant SECOND = FIRST.plus(Duration.ofDays(1));
    Instant THIRD = FIRST.plus(Duration.ofDays(2));
    String WHERE = "bucket";

    Metadata metadata();

    /// A namespace of its own for each call, with room for some bytes.
    Namespace namespace();

    private Namespace with(Versioning versioning, boolean objectLock) {
        var namespace = namespace();
        metadata().createBucket(namespace, new Bucket(WHERE, FIRST, versioning, objectLock));
        return namespace;
    }

    private StoredObject put(Namespace namespace, String key, Instant at, Marks marks) {
        var object =
                new StoredObject(
                        key,
                        VersionId.random(),
                        1,
                        "etag",
                        at,
                        Attributes.NONE,
                        Optional.empty(),
                        Encryption.NONE,
                        marks,
                        List.of(new StoredBody(UUID.randomUUID(), 1)));
        var written = metadata().put(namespace, WHERE, object, new Precondition.None());
        return object.withVersion(written.version());
    }

    private StoredObject put(Namespace namespace, String key, Instant at) {
        return put(namespace, key, at, Marks.NONE);
    }

    private Optional<VersionId> delete(
            Namespace namespace, Optional<VersionId> version, Instant at) {
        var deletion = new Deletion("k", version, new Precondition.None());
        return metadata()
                .delete(namespace, WHERE, List.of(deletion), false, at)
                .getFirst()
                .require()
                .version();
    }

    private DeletionOutcome expire(
            Namespace namespace, State state, VersionId version, Instant since) {
        return metadata()
                .expire(namespace, WHERE, List.of(new Expiry(state, "k", version, since)), THIRD)
                .getFirst();
    }

    private List<ListedVersion> versions(Namespace namespace) {
        return metadata()
                .versions(namespace, WHERE, new Listing("", "", "", 1000), Optional.empty())
                .items();
    }

    private static void assertRefused(S3Error error, DeletionOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().error()).isEqualTo(error));
    }

    @Test
    default void aListedVersionTellsItsTagsAndSinceWhenItIsNoncurrent() {
        var namespace = with(Versioning.ENABLED, false);
        var tags = new ObjectTags(List.of(new Tag("부서", "총무")));
        put(namespace, "k", FIRST, Marks.NONE.with(new Change.Tags(tags)));
        put(namespace, "k", SECOND);
        delete(namespace, Optional.empty(), THIRD);

        assertThat(versions(namespace))
                .extracting(ListedVersion::noncurrentSince, ListedVersion::tags)
                .containsExactly(
                        tuple(Optional.empty(), ObjectTags.NONE),
                        tuple(Optional.of(THIRD), ObjectTags.NONE),
                        tuple(Optional.of(SECOND), tags));
    }

    @Test
    default void anObjectEndsAsIfAClientDeletedIt() {
        var without = with(Versioning.NEVER, false);
        var gone = put(without, "k", FIRST);
        var versioned = with(Versioning.ENABLED, false);
        var kept = put(versioned, "k", FIRST);

        assertThat(expire(without, State.CURRENT, gone.version(), FIRST))
                .isEqualTo(new Deleted(Optional.empty(), false, gone.bodies()));
        assertThat(expire(versioned, State.CURRENT, kept.version(), FIRST).require().isMarker())
                .isTrue();

        assertThat(versions(without)).isEmpty();
        assertThat(versions(versioned))
                .extracting(ListedVersion::isMarker)
                .containsExactly(true, false);
    }

    @Test
    default void anObjectThatWasReplacedStays() {
        var namespace = with(Versioning.NEVER, false);
        var seen = put(namespace, "k", FIRST);
        put(namespace, "k", SECOND);

        assertRefused(
                S3Error.PRECONDITION_FAILED,
                expire(namespace, State.CURRENT, seen.version(), FIRST));
        assertThat(versions(namespace)).hasSize(1);
    }

    @Test
    default void aVersionThatIsCurrentAgainStays() {
        var namespace = with(Versioning.ENABLED, false);
        var seen = put(namespace, "k", FIRST);
        var marker = delete(namespace, Optional.empty(), SECOND);
        delete(namespace, marker, THIRD);

        assertRefused(
                S3Error.PRECONDITION_FAILED,
                expire(namespace, State.NONCURRENT, seen.version(), SECOND));
        assertThat(metadata().object(namespace, WHERE, "k")).contains(seen);
    }

    @Test
    default void aMarkerEndsOnlyWhereItIsAllThereIs() {
        var namespace = with(Versioning.ENABLED, false);
        var seen = put(namespace, "k", FIRST);
        var marker = delete(namespace, Optional.empty(), SECOND).orElseThrow();

        assertRefused(
                S3Error.PRECONDITION_FAILED, expire(namespace, State.LONE_MARKER, marker, SECOND));
        assertThat(expire(namespace, State.NONCURRENT, seen.version(), SECOND))
                .isInstanceOf(Deleted.class);
        assertThat(expire(namespace, State.LONE_MARKER, marker, SECOND))
                .isInstanceOf(Deleted.class);
        assertThat(versions(namespace)).isEmpty();
    }

    @Test
    default void whatIsLockedDoesNotEnd() {
        var namespace = with(Versioning.ENABLED, true);
        var governed = new Retention(RetentionMode.GOVERNANCE, THIRD.plusSeconds(1));
        var locked =
                put(
                        namespace,
                        "k",
                        FIRST,
                        Marks.NONE.with(new Change.Retain(Optional.of(governed))));
        delete(namespace, Optional.empty(), SECOND);

        assertRefused(
                S3Error.ACCESS_DENIED,
                expire(namespace, State.NONCURRENT, locked.version(), SECOND));
        assertThat(versions(namespace)).hasSize(2);
    }

    @Test
    default void oneThatIsRefusedDoesNotKeepTheOthers() {
        var namespace = with(Versioning.NEVER, false);
        put(namespace, "a", SECOND);
        put(namespace, "b", FIRST);
        put(namespace, "c", FIRST);

        var outcomes =
                metadata()
                        .expire(
                                namespace,
                                WHERE,
                                List.of(
                                        new Expiry(State.CURRENT, "a", VersionId.NULL, FIRST),
                                        new Expiry(State.CURRENT, "b", VersionId.NULL, FIRST),
                                        new Expiry(State.CURRENT, "x", VersionId.NULL, FIRST),
                                        new Expiry(State.CURRENT, "c", VersionId.NULL, FIRST)),
                                THIRD);

        assertThat(outcomes)
                .hasExactlyElementsOfTypes(
                        Refused.class, Deleted.class, Refused.class, Deleted.class);
        assertThat(versions(namespace)).extracting(ListedVersion::key).containsExactly("a");
    }
}
