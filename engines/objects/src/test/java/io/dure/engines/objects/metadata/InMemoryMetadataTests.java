package io.dure.engines.objects.metadata;

import java.util.UUID;

class InMemoryMetadataTests implements MetadataContract, VersionsContract, ExpiryContract {
    private final Metadata metadata = new InMemoryMetadata(QUOTA_BYTES);

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Namespace namespace() {
        return new Namespace(UUID.randomUUID());
    }
}
