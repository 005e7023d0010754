package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.MANAGE;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.s3.BucketNames;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The buckets of the organisation in scope.
@Service
public class Buckets {
    private final BucketRepository repository;
    private final Quotas quotas;
    private final Bodies bodies;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Buckets(
            BucketRepository repository,
            Quotas quotas,
            Bodies bodies,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.repository = repository;
        this.quotas = quotas;
        this.bodies = bodies;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What an organisation holds, against what it rents.
    ///
    /// @param usedBytes parts of unfinished uploads included
    public record Use(long usedBytes, long quotaBytes, long objects, int buckets) {}

    @Transactional(readOnly = true)
    public Use use(Caller caller) {
        StorageCapabilities.requireSight(caller);
        return use();
    }

    /// What the organisation in scope holds, for the operator's figures.
    @Transactional(readOnly = true)
    public Use use() {
        var all = repository.all();
        return new Use(
                repository.usedBytes(),
                quotas.bytes(TenantScope.current()),
                all.stream().mapToLong(RentedBucket::objects).sum(),
                all.size());
    }

    @Transactional(readOnly = true)
    public List<RentedBucket> list(Caller caller) {
        StorageCapabilities.requireSight(caller);
        return repository.all();
    }

    @Transactional(readOnly = true)
    public RentedBucket find(Caller caller, String name) {
        StorageCapabilities.requireSight(caller);
        return find(name);
    }

    private RentedBucket find(String name) {
        return repository.find(name).orElseThrow(() -> new UnknownThingException("bucket"));
    }

    @Transactional
    public RentedBucket create(Caller caller, String name, Optional<Long> quotaBytes) {
        caller.require(MANAGE);
        var input = new Input();
        input.expect(
                BucketNames.isValid(name),
                "name",
                "bucket-name",
                "A bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens.");
        expectQuota(input, quotaBytes);
        input.check();
        StorageProblems.translate(() -> {
            repository.insert(UuidV7.next(clock), new Bucket(name, clock.instant()));
            return true;
        });
        repository.setQuotas(name, 1, quotaBytes, Optional.empty());
        record(caller, "storage.bucket-created", name);
        events.publishEvent(new BucketChanged(caller.tenant(), name));
        return find(name);
    }

    /// Bounds a bucket on its own, or no longer; what it holds already stays.
    ///
    /// @param version the caller saw
    /// @param softQuotaBytes refuses nothing: whoever manages the storage is told
    @Transactional
    public RentedBucket setQuotas(
            Caller caller,
            String name,
            long version,
            Optional<Long> quotaBytes,
            Optional<Long> softQuotaBytes) {
        caller.require(MANAGE);
        var input = new Input();
        expectQuota(input, quotaBytes);
        input.expect(
                softQuotaBytes.map(soft -> soft > 0).orElse(true)
                        && softQuotaBytes.orElse(0L) <= quotaBytes.orElse(Long.MAX_VALUE),
                "softQuotaBytes",
                "out-of-range",
                "A soft quota is positive, and no more than the quota.");
        input.check();
        find(name);
        if (!repository.setQuotas(name, version, quotaBytes, softQuotaBytes)) {
            throw new StaleVersionException("bucket");
        }
        record(caller, "storage.bucket-quota-set", name);
        events.publishEvent(new BucketChanged(caller.tenant(), name));
        return find(name);
    }

    /// Deletes an empty bucket, with the uploads that nobody finished.
    public void delete(Caller caller, String name) {
        caller.require(MANAGE);
        var unreferenced =
                StorageProblems.translate(() ->
                        transaction.execute(_ -> {
                            var parts = repository.delete(name);
                            record(caller, "storage.bucket-deleted", name);
                            events.publishEvent(new BucketChanged(caller.tenant(), name));
                            return parts;
                        }));
        bodies.delete(unreferenced == null ? List.of() : unreferenced);
    }

    private static void expectQuota(Input input, Optional<Long> quotaBytes) {
        input.expect(
                quotaBytes.map(quota -> quota >= 0).orElse(true),
                "quotaBytes",
                "out-of-range",
                "A quota is not negative.");
    }

    private void record(Caller caller, String action, String bucket) {
        audit.record(caller, action, "bucket:" + bucket, Map.of("name", bucket));
    }
}
