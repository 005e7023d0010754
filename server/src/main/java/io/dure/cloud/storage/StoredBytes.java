package io.dure.cloud.storage;

import io.dure.platform.tenancy.Figure;
import io.dure.platform.tenancy.TenantId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many bytes each organisation holds, for the operator's overview.
@Component
class StoredBytes implements Figure {
    private final BucketRepository buckets;

    StoredBytes(BucketRepository buckets) {
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "storageBytes";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TenantId, Long> count() {
        return buckets.usedBytesOfAll();
    }
}
