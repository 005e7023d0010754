package io.dure.cloud.storage;

import io.dure.ServerTest;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.MetadataContract;
import io.dure.engines.objects.metadata.Namespace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(TestingStorage.class)
class PostgresMetadataTests implements MetadataContract {
    @Autowired Metadata metadata;
    @Autowired TestingStorage storage;

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Namespace namespace() {
        return new Namespace(storage.renter(QUOTA_BYTES).tenant().value());
    }
}
