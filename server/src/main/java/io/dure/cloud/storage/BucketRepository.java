package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;
import static io.dure.cloud.storage.db.Tables.BUCKET_DOCUMENT;
import static io.dure.cloud.storage.db.Tables.NAMESPACE_NOTE;
import static io.dure.cloud.storage.db.Tables.USAGE;

import io.dure.cloud.storage.db.tables.records.BucketRecord;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.BucketState;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.platform.tenancy.TenantId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Buckets as rows, in the organisation's scope.
@Repository
class BucketRepository {
    /// As many as S3 allows by default.
    private static final int MOST = 100;

    private final DSLContext sql;

    BucketRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<RentedBucket> all() {
        return sql.selectFrom(BUCKET).orderBy(BUCKET.NAME).fetch(BucketRepository::read);
    }

    Optional<RentedBucket> find(String name) {
        return sql.selectFrom(BUCKET)
                .where(BUCKET.NAME.eq(name))
                .fetchOptional(BucketRepository::read);
    }

    /// @throws S3Exception NoSuchBucket
    RentedBucket require(String name) {
        return find(name).orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET));
    }

    /// The bucket and its documents, in one query.
    ///
    /// @throws S3Exception NoSuchBucket
    ConfiguredBucket configured(String name) {
        var rows =
                sql.select(
                                BUCKET.NAME,
                                BUCKET.CREATED_AT,
                                BUCKET.VERSIONING,
                                BUCKET.OBJECT_LOCK,
                                BUCKET_DOCUMENT.KIND,
                                BUCKET_DOCUMENT.TEXT)
                        .from(BUCKET)
                        .leftJoin(BUCKET_DOCUMENT)
                        .on(BUCKET_DOCUMENT.BUCKET_ID.eq(BUCKET.BUCKET_ID))
                        .where(BUCKET.NAME.eq(name))
                        .fetch();
        if (rows.isEmpty()) {
            throw new S3Exception(S3Error.NO_SUCH_BUCKET);
        }
        var documents = new EnumMap<BucketDocument, String>(BucketDocument.class);
        rows.stream()
                .filter(row -> row.value5() != null)
                .forEach(row -> documents.put(BucketDocument.valueOf(row.value5()), row.value6()));
        var first = rows.getFirst();
        return new ConfiguredBucket(
                new Bucket(
                        first.value1(),
                        first.value2(),
                        ObjectRows.versioning(first.value3()),
                        first.value4()),
                documents);
    }

    /// @throws S3Exception NoSuchBucket
    void putDocument(String name, BucketDocument kind, String text) {
        sql.insertInto(BUCKET_DOCUMENT)
                .set(BUCKET_DOCUMENT.BUCKET_ID, share(name))
                .set(BUCKET_DOCUMENT.KIND, kind.name())
                .set(BUCKET_DOCUMENT.TEXT, text)
                .onConflict(
                        BUCKET_DOCUMENT.TENANT_ID, BUCKET_DOCUMENT.BUCKET_ID, BUCKET_DOCUMENT.KIND)
                .doUpdate()
                .set(BUCKET_DOCUMENT.TEXT, text)
                .execute();
    }

    /// @throws S3Exception NoSuchBucket
    void deleteDocument(String name, BucketDocument kind) {
        sql.deleteFrom(BUCKET_DOCUMENT)
                .where(
                        BUCKET_DOCUMENT.BUCKET_ID.eq(share(name)),
                        BUCKET_DOCUMENT.KIND.eq(kind.name()))
                .execute();
    }

    /// Keeps everybody else from changing the bucket until the transaction ends.
    ///
    /// @throws S3Exception NoSuchBucket
    void lock(String name) {
        lockUsage();
        var locked =
                sql.select(BUCKET.BUCKET_ID).from(BUCKET).where(BUCKET.NAME.eq(name)).forUpdate();
        if (locked.fetch().isEmpty()) {
            throw new S3Exception(S3Error.NO_SUCH_BUCKET);
        }
    }

    /// Keeps the bucket from being deleted meanwhile; nobody else waits.
    private UUID share(String name) {
        return sql.select(BUCKET.BUCKET_ID)
                .from(BUCKET)
                .where(BUCKET.NAME.eq(name))
                .forKeyShare()
                .fetchOptional(BUCKET.BUCKET_ID)
                .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET));
    }

    /// @throws S3Exception BucketAlreadyOwnedByYou, TooManyBuckets
    void insert(UUID id, Bucket bucket) {
        lockUsage();
        if (sql.fetchCount(BUCKET) >= MOST) {
            throw new S3Exception(S3Error.TOO_MANY_BUCKETS);
        }
        var inserted =
                sql.insertInto(BUCKET)
                        .set(BUCKET.BUCKET_ID, id)
                        .set(BUCKET.NAME, bucket.name())
                        .set(BUCKET.CREATED_AT, bucket.createdAt())
                        .set(BUCKET.VERSIONING, column(bucket.versioning()))
                        .set(BUCKET.OBJECT_LOCK, bucket.objectLock())
                        .onConflictDoNothing()
                        .execute();
        if (inserted == 0) {
            throw new S3Exception(S3Error.BUCKET_ALREADY_OWNED_BY_YOU);
        }
    }

    private static @Nullable String column(Versioning versioning) {
        return versioning == Versioning.NEVER ? null : versioning.name();
    }

    /// @throws S3Exception NoSuchBucket, InvalidBucketState
    void setVersioning(String name, Versioning versioning) {
        lockUsage();
        if (require(name).objectLock() && versioning != Versioning.ENABLED) {
            throw new S3Exception(
                    S3Error.INVALID_BUCKET_STATE,
                    "An Object Lock configuration is present on this bucket, so the versioning state"
                            + " cannot be changed.");
        }
        sql.update(BUCKET)
                .set(BUCKET.VERSIONING, column(versioning))
                .where(BUCKET.NAME.eq(name))
                .execute();
    }

    /// @throws S3Exception NoSuchBucket, InvalidBucketState
    void enableObjectLock(String name) {
        lockUsage();
        if (require(name).versioning() != Versioning.ENABLED) {
            throw new S3Exception(
                    S3Error.INVALID_BUCKET_STATE,
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        }
        sql.update(BUCKET).set(BUCKET.OBJECT_LOCK, true).where(BUCKET.NAME.eq(name)).execute();
    }

    /// @throws S3Exception NoSuchBucket, BucketNotEmpty
    List<StoredBody> delete(String name) {
        lockUsage();
        var note = note(name);
        var row = sql.fetchSingle("select * from storage.delete_bucket(?)", name);
        Outcomes.require(row.get("outcome", String.class));
        var bodies =
                new ArrayList<>(
                        BodyArrays.read(
                                row.get("parts", UUID[].class), row.get("sizes", Long[].class)));
        bodies.addAll(note);
        return bodies;
    }

    private List<StoredBody> note(String name) {
        return sql.select(BUCKET.NOTE_ID)
                .from(BUCKET)
                .where(BUCKET.NAME.eq(name), BUCKET.NOTE_ID.isNotNull())
                .fetch(row -> new StoredBody(row.value1(), 0));
    }

    /// @throws S3Exception NoSuchBucket
    BucketState state(String name) {
        var change =
                sql.select(BUCKET.CHANGE, BUCKET.QUOTA_BYTES, BUCKET.SOFT_QUOTA_BYTES)
                        .from(BUCKET)
                        .where(BUCKET.NAME.eq(name))
                        .fetchOptional()
                        .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET));
        var more = new TreeMap<String, String>();
        Optional.ofNullable(change.value2())
                .ifPresent(quota -> more.put("quotaBytes", Long.toString(quota)));
        Optional.ofNullable(change.value3())
                .ifPresent(quota -> more.put("softQuotaBytes", Long.toString(quota)));
        // Read after its number, so that the note may know more than it says, never less.
        return new BucketState(configured(name), more, change.value1());
    }

    /// @return the note before
    /// @throws S3Exception NoSuchBucket
    List<StoredBody> noted(String name, BucketState state, StoredBody note) {
        lockUsage();
        require(name);
        var before = note(name);
        sql.update(BUCKET)
                .set(BUCKET.NOTE_ID, note.id())
                .set(BUCKET.NOTED_CHANGE, state.change())
                .where(BUCKET.NAME.eq(name))
                .execute();
        return before;
    }

    /// What the organisation's note says, if there is one.
    Optional<String> namespaceText() {
        return sql.select(NAMESPACE_NOTE.TEXT)
                .from(NAMESPACE_NOTE)
                .fetchOptional(NAMESPACE_NOTE.TEXT);
    }

    /// @return the note before
    List<StoredBody> noted(String text, StoredBody note) {
        lockUsage();
        var before =
                sql.select(NAMESPACE_NOTE.NOTE_ID)
                        .from(NAMESPACE_NOTE)
                        .fetch(row -> new StoredBody(row.value1(), 0));
        sql.insertInto(NAMESPACE_NOTE)
                .set(NAMESPACE_NOTE.TEXT, text)
                .set(NAMESPACE_NOTE.NOTE_ID, note.id())
                .onConflict(NAMESPACE_NOTE.TENANT_ID)
                .doUpdate()
                .set(NAMESPACE_NOTE.TEXT, text)
                .set(NAMESPACE_NOTE.NOTE_ID, note.id())
                .execute();
        return before;
    }

    /// A bucket of some organisation.
    record Named(TenantId tenant, String bucket) {}

    /// Buckets of all organisations that were changed since they were noted. Call it in a system
    /// scope.
    List<Named> unnoted(int most) {
        return sql.select(BUCKET.TENANT_ID, BUCKET.NAME)
                .from(BUCKET)
                .where(BUCKET.CHANGE.ne(BUCKET.NOTED_CHANGE))
                .limit(most)
                .fetch(row -> new Named(row.value1(), row.value2()));
    }

    /// Organisations that have buckets. Call it in a system scope.
    List<TenantId> tenants() {
        return sql.selectDistinct(BUCKET.TENANT_ID).from(BUCKET).fetch(BUCKET.TENANT_ID);
    }

    /// @return whether the bucket is there in this version
    boolean setQuotas(
            String name, long version, Optional<Long> quotaBytes, Optional<Long> softQuotaBytes) {
        return sql.update(BUCKET)
                        .set(BUCKET.QUOTA_BYTES, quotaBytes.orElse(null))
                        .set(BUCKET.SOFT_QUOTA_BYTES, softQuotaBytes.orElse(null))
                        .set(BUCKET.VERSION, version + 1)
                        .where(BUCKET.NAME.eq(name), BUCKET.VERSION.eq(version))
                        .execute()
                > 0;
    }

    /// Bytes that the organisation holds, parts of unfinished uploads included.
    long usedBytes() {
        return sql.select(USAGE.BYTES).from(USAGE).fetchOptional(USAGE.BYTES).orElse(0L);
    }

    /// The same of every organisation in scope.
    Map<TenantId, Long> usedBytesOfAll() {
        return sql.select(USAGE.TENANT_ID, USAGE.BYTES)
                .from(USAGE)
                .fetchMap(USAGE.TENANT_ID, USAGE.BYTES);
    }

    /// Buckets with bounds of their own, of every organisation in scope.
    List<Level> boundedOfAll() {
        return sql.selectFrom(BUCKET)
                .where(BUCKET.QUOTA_BYTES.isNotNull().or(BUCKET.SOFT_QUOTA_BYTES.isNotNull()))
                .fetch(row ->
                        new Level(
                                row.getTenantId(),
                                Optional.of(row.getName()),
                                row.getBytes() + row.getPendingBytes(),
                                Optional.ofNullable(row.getQuotaBytes()),
                                Optional.ofNullable(row.getSoftQuotaBytes())));
    }

    private void lockUsage() {
        sql.execute("select storage.lock_usage()");
    }

    private static RentedBucket read(BucketRecord row) {
        return new RentedBucket(
                row.getBucketId(),
                row.getName(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getQuotaBytes()),
                Optional.ofNullable(row.getSoftQuotaBytes()),
                row.getBytes(),
                row.getObjects(),
                row.getPendingBytes(),
                ObjectRows.versioning(row.getVersioning()),
                row.getObjectLock(),
                row.getVersion());
    }
}
