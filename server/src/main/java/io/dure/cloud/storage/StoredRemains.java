package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.keys.WrappedKeys;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.platform.tenancy.Remains;
import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What an organisation that is removed has stored. Its keys end first, so that nothing is added;
/// then a thousand objects at a time go, rows before bodies, so that no row is ever without its
/// body.
@Component
class StoredRemains implements Remains {
    private static final Logger LOG = LoggerFactory.getLogger(StoredRemains.class);
    private static final int AT_A_TIME = 1_000;

    private final AccessKeys keys;
    private final Metadata metadata;
    private final Bodies bodies;
    private final WrappedKeys encryption;
    private final InstantSource clock;

    StoredRemains(
            AccessKeys keys,
            Metadata metadata,
            Bodies bodies,
            WrappedKeys encryption,
            InstantSource clock) {
        this.keys = keys;
        this.metadata = metadata;
        this.bodies = bodies;
        this.encryption = encryption;
        this.clock = clock;
    }

    @Override
    public void remove(TenantId tenant) {
        keys.endAll();
        var namespace = new Namespace(tenant.value());
        metadata.buckets(namespace).forEach(bucket -> remove(namespace, bucket.name()));
        try {
            // Whatever of its bodies is left anywhere is noise from now on.
            encryption.destroy(namespace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Namespace namespace, String bucket) {
        try {
            var first = new Listing("", "", "", AT_A_TIME);
            for (var page = metadata.versions(namespace, bucket, first, Optional.empty());
                    !page.items().isEmpty();
                    page = metadata.versions(namespace, bucket, first, Optional.empty())) {
                remove(namespace, bucket, page.items());
            }
            bodies.delete(metadata.deleteBucket(namespace, bucket));
        } catch (S3Exception e) {
            // Somebody was still uploading, or deleted the bucket: the rows go with the
            // organisation's, and the sweep finds the bodies.
            LOG.info("storage.remains-left bucket={} reason={}", bucket, e.error());
        }
    }

    /// @throws S3Exception AccessDenied if a version is locked
    private void remove(Namespace namespace, String bucket, List<ListedVersion> versions) {
        var deletions =
                versions.stream()
                        .map(version ->
                                new Deletion(
                                        version.key(),
                                        Optional.of(version.version()),
                                        new Precondition.None()))
                        .toList();
        for (var outcome : metadata.delete(namespace, bucket, deletions, true, clock.instant())) {
            bodies.delete(outcome.require().unreferenced());
        }
    }
}
