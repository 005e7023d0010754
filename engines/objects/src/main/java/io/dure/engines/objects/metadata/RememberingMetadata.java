package io.dure.engines.objects.metadata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.error.UnaskedException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Remembers current objects, so that what is read often costs no question each time.
///
/// Whoever asks never learns less than was acknowledged before, nor less than somebody learnt
/// before: while an object is being changed it is not remembered, and what was asked before that
/// began is not remembered either. So every change of objects must go by here, and only one process
/// may change them.
public final class RememberingMetadata extends ForwardingMetadata {
    /// About what an object takes besides its texts and bodies.
    private static final int OBJECT_BYTES = 400;

    private static final int BODY_BYTES = 64;

    /// Changes of different objects rarely meet in one.
    private static final int STRIPES = 1024;

    private final Cache<Name, Found> known;
    private final Stripe[] stripes =
            Stream.generate(Stripe::new).limit(STRIPES).toArray(Stripe[]::new);

    /// @param bytes of memory, about, that it takes at most
    public RememberingMetadata(Metadata inner, long bytes) {
        super(inner);
        this.known =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher(RememberingMetadata::weight)
                        .executor(Runnable::run)
                        .build();
    }

    private record Name(Namespace namespace, String bucket, String key) {}

    /// Objects that share a count of what becomes of them.
    private static final class Stripe {
        private int underWay;
        private int begun;

        /// @return what [#isSame] compares
        private synchronized int begun() {
            return begun;
        }

        /// Whether nothing was changed since, nor is.
        private boolean isSame(int before) {
            return underWay == 0 && begun == before;
        }
    }

    private static int weight(Name name, Found found) {
        return OBJECT_BYTES
                + name.key().length()
                + found.object()
                        .filter(StoredObject.class::isInstance)
                        .map(StoredObject.class::cast)
                        .map(object -> texts(object) + object.bodies().size() * BODY_BYTES)
                        .orElse(0);
    }

    private static int texts(StoredObject object) {
        return Stream.of(object.attributes().headers(), object.attributes().user())
                .flatMap(headers -> headers.entrySet().stream())
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    private Stripe stripe(Name name) {
        var hash = name.hashCode();
        return stripes[(hash ^ hash >>> 16) & STRIPES - 1];
    }

    @Override
    public Found find(Namespace namespace, String bucket, String key, Optional<VersionId> version) {
        if (version.isPresent()) {
            return super.find(namespace, bucket, key, version);
        }
        var name = new Name(namespace, bucket, key);
        var remembered = known.getIfPresent(name);
        return remembered == null ? learn(name) : remembered;
    }

    private Found learn(Name name) {
        var stripe = stripe(name);
        var before = stripe.begun();
        var found = super.find(name.namespace(), name.bucket(), name.key(), Optional.empty());
        if (found.object().orElse(null) instanceof StoredObject) {
            synchronized (stripe) {
                if (stripe.isSame(before)) {
                    known.put(name, found);
                }
            }
        }
        return found;
    }

    private void begin(Name name) {
        var stripe = stripe(name);
        synchronized (stripe) {
            stripe.underWay++;
            stripe.begun++;
            known.invalidate(name);
        }
    }

    private void end(Name name) {
        var stripe = stripe(name);
        synchronized (stripe) {
            stripe.underWay--;
        }
    }

    /// What nobody heard the end of may yet come to pass, so it never ends here.
    private <T> T changing(Set<Name> names, Supplier<T> change) {
        names.forEach(this::begin);
        try {
            var changed = change.get();
            names.forEach(this::end);
            return changed;
        } catch (S3Exception | UnaskedException | NotDurableException refused) {
            names.forEach(this::end);
            throw refused;
        }
    }

    private <T> T changing(
            Namespace namespace, String bucket, Stream<String> keys, Supplier<T> change) {
        var names = new HashSet<Name>();
        keys.forEach(key -> names.add(new Name(namespace, bucket, key)));
        return changing(names, change);
    }

    private <T> T changing(Namespace namespace, String bucket, String key, Supplier<T> change) {
        return changing(Set.of(new Name(namespace, bucket, key)), change);
    }

    @Override
    public Written put(
            Namespace namespace,
            String bucket,
            StoredObject object,
            Precondition precondition,
            Unforced bytes) {
        return changing(
                namespace,
                bucket,
                object.key(),
                () -> super.put(namespace, bucket, object, precondition, bytes));
    }

    @Override
    public Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        return changing(
                namespace,
                bucket,
                object.key(),
                () -> super.complete(namespace, bucket, upload, object, precondition));
    }

    @Override
    public List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now) {
        return changing(
                namespace,
                bucket,
                deletions.stream().map(Deletion::key),
                () -> super.delete(namespace, bucket, deletions, bypassGovernance, now));
    }

    @Override
    public List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now) {
        return changing(
                namespace,
                bucket,
                expiries.stream().map(Expiry::key),
                () -> super.expire(namespace, bucket, expiries, now));
    }

    @Override
    public Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now) {
        return changing(
                namespace,
                bucket,
                key,
                () -> super.mark(namespace, bucket, key, version, change, bypassGovernance, now));
    }

    @Override
    public Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now,
            Optional<StoredBody> note) {
        return changing(
                namespace,
                bucket,
                key,
                () ->
                        super.mark(
                                namespace,
                                bucket,
                                key,
                                version,
                                change,
                                bypassGovernance,
                                now,
                                note));
    }

    @Override
    public Set<UUID> move(Collection<Move> moves) {
        var names = new HashSet<Name>();
        for (var move : moves) {
            var described = move.claim().description();
            names.add(new Name(move.claim().namespace(), described.bucket(), described.key()));
        }
        return changing(names, () -> super.move(moves));
    }

    @Override
    public <T> T together(
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Function<Metadata, T> change,
            Consumer<T> then) {
        return changing(
                namespace,
                bucket,
                keys.stream(),
                () -> super.together(namespace, bucket, keys, change, then));
    }

    @Override
    public void setVersioning(Namespace namespace, String bucket, Versioning versioning) {
        try {
            super.setVersioning(namespace, bucket, versioning);
        } finally {
            forgetAll(namespace, bucket);
        }
    }

    @Override
    public void forget(Namespace namespace, String bucket) {
        super.forget(namespace, bucket);
        forgetAll(namespace, bucket);
    }

    /// Each object is found with the versioning of its bucket.
    private void forgetAll(Namespace namespace, String bucket) {
        for (var stripe : stripes) {
            synchronized (stripe) {
                stripe.begun++;
            }
        }
        known.asMap()
                .keySet()
                .removeIf(
                        name -> name.namespace().equals(namespace) && name.bucket().equals(bucket));
    }
}
