package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Buckets;
import io.dure.cloud.storage.RentedBucket;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The organisation's buckets; there are 100 at most, so they are listed whole.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/buckets")
class BucketController {
    private final Buckets buckets;

    BucketController(Buckets buckets) {
        this.buckets = buckets;
    }

    /// @param quotaBytes most bytes in it; none if only the organisation's quota bounds it
    record NewBucket(String name, @Nullable Long quotaBytes) {}

    /// What is absent is no bound any more.
    ///
    /// @param softQuotaBytes refuses nothing: whoever manages the storage is told
    record BucketChange(@Nullable Long quotaBytes, @Nullable Long softQuotaBytes) {}

    /// @param softQuotaBytes from how many on people are told, if not only near the quota
    /// @param pendingBytes of parts of unfinished uploads
    /// @param versioning whether it keeps what is overwritten and deleted
    /// @param objectLock whether its versions can be locked
    record BucketView(
            String name,
            Instant createdAt,
            @Nullable Long quotaBytes,
            @Nullable Long softQuotaBytes,
            long bytes,
            long objects,
            long pendingBytes,
            Versioning versioning,
            boolean objectLock,
            long version) {}

    record BucketList(List<BucketView> items) {}

    @GetMapping
    BucketList list(Caller caller) {
        return new BucketList(buckets.list(caller).stream().map(BucketController::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BucketView create(Caller caller, @RequestBody NewBucket body) {
        return view(buckets.create(caller, body.name(), Optional.ofNullable(body.quotaBytes())));
    }

    @GetMapping("/{bucket}")
    ResponseEntity<BucketView> get(Caller caller, @PathVariable String bucket) {
        return withVersion(buckets.find(caller, bucket));
    }

    @PatchMapping("/{bucket}")
    ResponseEntity<BucketView> change(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody BucketChange body) {
        return withVersion(
                buckets.setQuotas(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        Optional.ofNullable(body.quotaBytes()),
                        Optional.ofNullable(body.softQuotaBytes())));
    }

    @DeleteMapping("/{bucket}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String bucket) {
        buckets.delete(caller, bucket);
    }

    private static ResponseEntity<BucketView> withVersion(RentedBucket bucket) {
        return ResponseEntity.ok().eTag(Version.etag(bucket.version())).body(view(bucket));
    }

    private static BucketView view(RentedBucket bucket) {
        return new BucketView(
                bucket.name(),
                bucket.createdAt(),
                bucket.quotaBytes().orElse(null),
                bucket.softQuotaBytes().orElse(null),
                bucket.bytes(),
                bucket.objects(),
                bucket.pendingBytes(),
                bucket.versioning(),
                bucket.objectLock(),
                bucket.version());
    }
}
