package io.dure.cloud.metering;

import io.dure.platform.tenancy.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Organisations of which something was refused because their storage was full, until they are
/// told.
@Component
class Refusals {
    /// As S3 words it.
    static final String FULL = "QuotaExceeded";

    private final Map<TenantId, String> noted = new ConcurrentHashMap<>();

    /// @param bucket that it was meant for
    void note(TenantId tenant, String bucket) {
        noted.putIfAbsent(tenant, bucket);
    }

    /// Those of which something was refused since the last time, and one of the buckets.
    Map<TenantId, String> take() {
        var taken = new HashMap<TenantId, String>();
        noted.keySet()
                .forEach(tenant -> {
                    var bucket = noted.remove(tenant);
                    if (bucket != null) {
                        taken.put(tenant, bucket);
                    }
                });
        return taken;
    }
}
