package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.keys.WrappedKeys;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.platform.tenancy.Remains;
import io.dure.platform.tenancy.Retained;
import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
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
    private final VersionRepository versions;
    private final Scoped scoped;

    StoredRemains(
            AccessKeys keys,
            Metadata metadata,
            Bodies bodies,
            WrappedKeys encryption,
            VersionRepository versions,
            Scoped scoped) {
        this.keys = keys;
        this.metadata = metadata;
        this.bodies = bodies;
        this.encryption = encryption;
        this.versions = versions;
        this.scoped = scoped;
    }

    @Override
    public Retained retained(TenantId tenant, Instant now) {
        return scoped.read(new Namespace(tenant.value()), () -> versions.retained(now));
    }

    /// Locked versions go, too. The engine has no way to that, so no request does: it is the
    /// repository's.
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
            for (var purged = purge(namespace, bucket);
                    !purged.isEmpty();
                    purged = purge(namespace, bucket)) {
                purged.forEach(bodies::delete);
            }
            bodies.delete(metadata.deleteBucket(namespace, bucket));
        } catch (S3Exception e) {
            // Somebody was still uploading, or deleted the bucket: the rows go with the
            // organisation's, and the sweep finds the bodies.
            LOG.info("storage.remains-left bucket={} reason={}", bucket, e.error());
        }
    }

    private List<List<StoredBody>> purge(Namespace namespace, String bucket) {
        return scoped.write(namespace, () -> versions.purge(bucket, AT_A_TIME));
    }
}
