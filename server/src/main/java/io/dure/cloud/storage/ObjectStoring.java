package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.checksum.RunningChecksum;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Audience;
import io.dure.engines.objects.events.Happening;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Unforced;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Written;
import io.dure.engines.objects.notes.Storing;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Stores what pages bring, as S3 clients' uploads are stored: retained and encrypted as the bucket
/// says, told to whoever listens. No transaction is open while bytes move.
@Component
class ObjectStoring {
    /// Above it, room is asked for before the body is read.
    private static final long ADMITTED_UNSEEN_BYTES = 1 << 20;

    /// What one body has at most; more comes in parts ([PartStoring]).
    static final long LARGEST_BYTES = 5L << 30;

    private final Metadata metadata;
    private final Bodies bodies;
    private final Notifications notifications;
    private final InstantSource clock;

    ObjectStoring(
            Metadata metadata, Bodies bodies, Notifications notifications, InstantSource clock) {
        this.metadata = metadata;
        this.bodies = bodies;
        this.notifications = notifications;
        this.clock = clock;
    }

    /// What is to be stored.
    ///
    /// @param event that it is
    /// @param length in bytes
    record Incoming(Event event, String key, Attributes attributes, ObjectTags tags, long length) {}

    /// Takes pieces of a body.
    interface Sink {
        void take(byte[] bytes, int length) throws IOException;
    }

    /// Gives all of a body, a piece at a time.
    interface Source {
        void giveTo(Sink sink) throws IOException;
    }

    static Namespace namespace(Caller caller) {
        return new Namespace(caller.tenant().value());
    }

    /// Who hears of what somebody does by a page.
    ///
    /// @throws S3Exception NoSuchBucket
    Audience audience(Caller caller, String bucket) {
        return audience(caller, metadata.configured(namespace(caller), bucket));
    }

    static Audience audience(Caller caller, ConfiguredBucket bucket) {
        return Audience.of(
                namespace(caller),
                bucket,
                new EventRecord.Request(caller.person().toString(), caller.address(), ""));
    }

    /// Stores in the place of what the key has, or above it.
    ///
    /// @return it, with the version that it became
    /// @throws S3Exception NoSuchBucket, EntityTooLarge, QuotaExceeded, IncompleteBody
    StoredObject store(Caller caller, String bucket, Incoming incoming, Source source)
            throws IOException {
        var configured = metadata.configured(namespace(caller), bucket);
        return store(
                audience(caller, configured),
                BucketRules.of(namespace(caller), configured),
                incoming,
                source);
    }

    private StoredObject store(
            Audience audience, BucketRules rules, Incoming incoming, Source source)
            throws IOException {
        var namespace = audience.namespace();
        if (incoming.length() > LARGEST_BYTES) {
            throw new S3Exception(S3Error.ENTITY_TOO_LARGE);
        }
        if (incoming.length() > ADMITTED_UNSEEN_BYTES) {
            metadata.admit(namespace, audience.bucket(), incoming.length());
        }
        try (var writer = bodies.create(namespace, encryption(rules), Optional.empty())) {
            var md5 = RunningChecksum.md5();
            source.giveTo((bytes, length) -> {
                md5.update(bytes, 0, length);
                writer.write(bytes, 0, length);
            });
            if (writer.size() != incoming.length()) {
                throw new S3Exception(S3Error.INCOMPLETE_BODY);
            }
            var description =
                    describe(
                            rules,
                            incoming,
                            HexFormat.of().formatHex(md5.finish()),
                            writer.encryption());
            var stored =
                    Storing.put(
                            bodies,
                            metadata,
                            namespace,
                            writer,
                            description,
                            (object, bytes) -> name(audience, incoming.event(), object, bytes));
            return stored.object().withVersion(stored.written().version());
        }
    }

    private Written name(Audience audience, Event event, StoredObject object, Unforced bytes) {
        return notifications.telling(
                audience,
                Set.of(event),
                List.of(object.key()),
                changed ->
                        changed.put(
                                audience.namespace(),
                                audience.bucket(),
                                object,
                                new Precondition.None(),
                                bytes),
                made -> List.of(Happening.created(event, object, made)));
    }

    static Encryption encryption(BucketRules rules) {
        return rules.encrypts() ? Encryption.MANAGED : Encryption.NONE;
    }

    private OfObject describe(
            BucketRules rules, Incoming incoming, String etag, Encryption encryption) {
        var now = clock.instant();
        return new OfObject(
                rules.bucket().name(),
                incoming.key(),
                VersionId.random(),
                etag,
                now,
                incoming.attributes(),
                Optional.empty(),
                encryption,
                marks(rules, incoming, now));
    }

    /// What is marked of something new: as it comes, and as the bucket retains it.
    static Marks marks(BucketRules rules, Incoming incoming, Instant now) {
        return new Marks(
                incoming.tags(), retention(rules, now), Optional.empty(), Optional.empty());
    }

    private static Optional<Retention> retention(BucketRules rules, Instant now) {
        return rules.retention().map(rule -> rule.from(now));
    }
}
