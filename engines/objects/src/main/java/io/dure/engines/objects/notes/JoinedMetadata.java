package io.dure.engines.objects.notes;

import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.Expiry;
import io.dure.engines.objects.metadata.ForwardingMetadata;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Unforced;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Metadata for one change, which joins it with what follows from it in one transaction. What is
/// asked before the change is outside of that.
final class JoinedMetadata extends ForwardingMetadata {
    private final Namespace namespace;
    private final String bucket;
    private final Collection<String> keys;
    private final Consumer<Object> then;
    private boolean isChanged;

    /// @param then takes the change's answer
    @SuppressWarnings("unchecked")
    JoinedMetadata(
            Metadata inner,
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Consumer<?> then) {
        super(inner);
        this.namespace = namespace;
        this.bucket = bucket;
        this.keys = keys;
        // Who changes something returns the answer to that: see Metadata#together.
        this.then = (Consumer<Object>) then;
    }

    private <T> T join(Function<Metadata, T> change) {
        if (isChanged) {
            throw new IllegalStateException("one change has one transaction");
        }
        isChanged = true;
        return inner().together(namespace, bucket, keys, change, then::accept);
    }

    @Override
    public Written put(
            Namespace namespace,
            String bucket,
            StoredObject object,
            Precondition precondition,
            Unforced bytes) {
        bytes.require();
        return join(metadata -> metadata.put(namespace, bucket, object, precondition));
    }

    @Override
    public List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now) {
        return join(
                metadata -> metadata.delete(namespace, bucket, deletions, bypassGovernance, now));
    }

    @Override
    public List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now) {
        return join(metadata -> metadata.expire(namespace, bucket, expiries, now));
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
        return mark(
                namespace, bucket, key, version, change, bypassGovernance, now, Optional.empty());
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
        return join(metadata ->
                metadata.mark(
                        namespace, bucket, key, version, change, bypassGovernance, now, note));
    }

    @Override
    public Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        return join(metadata -> metadata.complete(namespace, bucket, upload, object, precondition));
    }
}
