package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.ExpiryContract;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.MetadataContract;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionsContract;
import io.dure.platform.database.TestingOwner;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServerTest
@Import({TestingStorage.class, TestingOwner.class})
class PostgresMetadataTests implements MetadataContract, VersionsContract, ExpiryContract {
    @Autowired PostgresMetadata metadata;
    @Autowired TestingStorage storage;
    @Autowired TestingOwner owner;

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Namespace namespace() {
        return new Namespace(storage.renter(QUOTA_BYTES).tenant().value());
    }

    /// Only of bodies from before they described themselves the sweep asks whether anybody names
    /// them, and only those are indexed.
    @Test
    void aSilentBodyIsKnownWhereverItIsNamed() {
        var namespace = namespace();
        metadata.createBucket(namespace, new Bucket("bucket", NOW));
        var single = new StoredBody(UUID.randomUUID(), 1);
        var parts =
                List.of(new StoredBody(UUID.randomUUID(), 1), new StoredBody(UUID.randomUUID(), 2));
        put(namespace, "single", List.of(single));
        put(namespace, "many", parts);
        owner.execute(
                "update storage.stored_object set described = false where tenant_id = ?",
                namespace.id());
        var nobodys = UUID.randomUUID();

        var unknown =
                metadata.unknown(
                        List.of(single.id(), parts.get(0).id(), parts.get(1).id(), nobodys));

        assertThat(unknown).containsExactly(nobodys);
    }

    private void put(Namespace namespace, String key, List<StoredBody> bodies) {
        metadata.put(
                namespace,
                "bucket",
                new StoredObject(
                        key,
                        bodies.stream().mapToLong(StoredBody::size).sum(),
                        "etag",
                        NOW,
                        Attributes.NONE,
                        Optional.empty(),
                        bodies),
                new Precondition.None());
    }
}
