package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Buckets;
import io.dure.cloud.storage.Damages;
import io.dure.cloud.storage.S3Port;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an organisation holds against its quota, and what S3 clients need to connect.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage")
class StorageController {
    private final Buckets buckets;
    private final Damages damages;
    private final S3Port port;

    StorageController(Buckets buckets, Damages damages, S3Port port) {
        this.buckets = buckets;
        this.damages = damages;
        this.port = port;
    }

    /// @param usedBytes parts of unfinished uploads included
    /// @param damaged versions of objects that cannot be read any more
    /// @param endpoint the URL that S3 clients connect to
    record StorageView(
            long usedBytes,
            long quotaBytes,
            long objects,
            int buckets,
            long damaged,
            String endpoint,
            String region) {}

    @GetMapping
    StorageView overview(Caller caller) {
        var use = buckets.use(caller);
        return new StorageView(
                use.usedBytes(),
                use.quotaBytes(),
                use.objects(),
                use.buckets(),
                damages.count(caller),
                port.endpoint().toString(),
                port.region());
    }
}
