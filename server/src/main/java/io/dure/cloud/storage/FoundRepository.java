package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;
import static io.dure.cloud.storage.db.Tables.UNADOPTED;

import io.dure.cloud.storage.RecoveryProgress.Result;
import io.dure.engines.objects.bodies.Survey.Found;
import io.dure.platform.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What was found in a store whose database is lost, as rows, until the other tables are made of
/// them. Call all of it in a system scope.
@Repository
class FoundRepository {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String INSERT =
            """
            insert into storage.found (tenant_id, place, sequence, kind, bucket, key, version_id, upload_id, number, size,
                etag, at, headers, user_headers, checksum_algorithm, checksum_type, checksum, encryption, marks, parts,
                more, body_ids, body_sizes)
            select f.*, case when f.kind in ('OBJECT', 'MARKER') then array[f.place] end,
                   case when f.kind in ('OBJECT', 'MARKER') then array[f.size] end
            from jsonb_to_recordset(?::jsonb) f (
                tenant_id uuid, place uuid, sequence bigint, kind text, bucket text, key text, version_id uuid,
                upload_id uuid, number int, size bigint, etag text, at timestamptz, headers jsonb, user_headers jsonb,
                checksum_algorithm text, checksum_type text, checksum text, encryption text, marks jsonb, parts jsonb,
                more jsonb)
            """;

    private final DSLContext sql;

    FoundRepository(DSLContext sql) {
        this.sql = sql;
    }

    boolean hasBuckets() {
        return sql.fetchExists(BUCKET);
    }

    /// Forgets what was found, and that it is not done.
    void clear() {
        sql.execute("call storage.forget_found()");
        sql.deleteFrom(UNADOPTED).execute();
    }

    /// Remembers that rows were made whose store is to be marked yet.
    void insertUnadopted(Result result) {
        sql.insertInto(UNADOPTED)
                .set(UNADOPTED.TENANT_ID, TenantId.OPERATOR)
                .set(UNADOPTED.RESULT, JSONB.valueOf(JSON.writeValueAsString(result)))
                .execute();
    }

    /// What making the rows came to, if their store is to be marked yet.
    Optional<Result> unadopted() {
        return sql.select(UNADOPTED.RESULT)
                .from(UNADOPTED)
                .fetchOptional(UNADOPTED.RESULT)
                .map(json -> JSON.readValue(json.data(), Result.class));
    }

    void analyze() {
        sql.execute("call storage.analyze_found()");
    }

    void insert(List<Found> some) {
        sql.execute(INSERT, FoundJson.write(some));
    }

    /// A namespace that something was found of, and the newest note of whose it is.
    record Owner(TenantId tenant, Optional<String> text) {}

    List<Owner> owners() {
        return sql.fetch(
                        """
                        select t.tenant_id, (
                            select n.more ->> 'text' from storage.found n
                            where n.kind = 'NAMESPACE' and n.tenant_id = t.tenant_id
                            order by n.sequence desc, n.place limit 1) as text
                        from (select distinct f.tenant_id from storage.found f) t
                        order by t.tenant_id
                        """)
                .map(row ->
                        new Owner(
                                new TenantId(row.get("tenant_id", UUID.class)),
                                Optional.ofNullable(row.get("text", String.class))));
    }

    /// What [#rebuild] came to.
    ///
    /// @param unnotedBuckets of which only objects were found
    /// @param objects that are current
    /// @param versions that are not
    record Rebuilt(
            long buckets,
            long unnotedBuckets,
            long objects,
            long versions,
            long markers,
            long bytes) {}

    /// @return empty if there are buckets
    Optional<Rebuilt> rebuild() {
        var row = sql.fetchSingle("select * from storage.rebuild()");
        return row.get("refused", Boolean.class)
                ? Optional.empty()
                : Optional.of(
                        new Rebuilt(
                                row.get("buckets", Long.class),
                                row.get("unnoted_buckets", Long.class),
                                row.get("objects", Long.class),
                                row.get("versions", Long.class),
                                row.get("markers", Long.class),
                                row.get("bytes", Long.class)));
    }

    /// Multipart objects of which parts are missing, as `namespace/bucket/key`.
    List<String> incomplete() {
        return sql.fetch(
                        """
                        select f.tenant_id || '/' || f.bucket || '/' || f.key
                        from storage.found f
                        where f.kind = 'MANIFEST' and f.body_ids is null
                        order by 1
                        """)
                .getValues(0, String.class);
    }

    /// Parts of no object that was found: of uploads that nobody completed.
    long looseParts() {
        return sql.fetchSingle(
                        """
                        select count(*)
                        from storage.found p
                        where p.kind = 'PART' and not exists (
                            select from storage.found m
                            where m.kind = 'MANIFEST' and m.tenant_id = p.tenant_id and m.upload_id = p.upload_id)
                        """)
                .get(0, Long.class);
    }
}
