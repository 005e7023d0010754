package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;
import static io.dure.cloud.storage.db.Tables.PART;
import static io.dure.cloud.storage.db.Tables.UPLOAD;

import io.dure.cloud.storage.db.tables.records.PartRecord;
import io.dure.cloud.storage.db.tables.records.UploadRecord;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import io.dure.engines.objects.metadata.Written;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Unfinished uploads and their parts as rows, in the organisation's scope.
@Repository
class UploadRepository {
    private final DSLContext sql;

    UploadRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(UUID bucket, Upload upload) {
        sql.insertInto(UPLOAD)
                .set(UPLOAD.UPLOAD_ID, upload.id())
                .set(UPLOAD.BUCKET_ID, bucket)
                .set(UPLOAD.KEY, upload.key())
                .set(UPLOAD.HEADERS, JSONB.valueOf(HeaderJson.write(upload.attributes().headers())))
                .set(
                        UPLOAD.USER_HEADERS,
                        JSONB.valueOf(HeaderJson.write(upload.attributes().user())))
                .set(
                        UPLOAD.CHECKSUM_ALGORITHM,
                        upload.checksum().map(chosen -> chosen.algorithm().name()).orElse(null))
                .set(
                        UPLOAD.CHECKSUM_TYPE,
                        upload.checksum().map(ChosenChecksum::type).map(Enum::name).orElse(null))
                .set(UPLOAD.ENCRYPTION, MarksJson.encryption(upload.encryption()))
                .set(UPLOAD.MARKS, marks(upload))
                .set(UPLOAD.INITIATED_AT, upload.initiatedAt())
                .execute();
    }

    private static @Nullable JSONB marks(Upload upload) {
        var json = MarksJson.write(upload.marks());
        return json == null ? null : JSONB.valueOf(json);
    }

    Optional<Upload> find(String bucket, String key, UUID upload) {
        return sql.select(UPLOAD.fields())
                .from(UPLOAD)
                .join(BUCKET)
                .on(BUCKET.BUCKET_ID.eq(UPLOAD.BUCKET_ID))
                .where(UPLOAD.UPLOAD_ID.eq(upload), UPLOAD.KEY.eq(key), BUCKET.NAME.eq(bucket))
                .fetchOptionalInto(UPLOAD)
                .map(UploadRepository::read);
    }

    /// Uploads by key, then id, from a place on.
    ///
    /// @param from the first key that may be listed
    /// @param after of that key, only uploads above this id
    List<Upload> from(UUID bucket, String from, Optional<UUID> after, int limit) {
        var place =
                after.map(id ->
                                UPLOAD.KEY
                                        .gt(from)
                                        .or(UPLOAD.KEY.eq(from).and(UPLOAD.UPLOAD_ID.gt(id))))
                        .orElseGet(() -> UPLOAD.KEY.ge(from));
        return sql.selectFrom(UPLOAD)
                .where(UPLOAD.BUCKET_ID.eq(bucket), place)
                .orderBy(UPLOAD.KEY, UPLOAD.UPLOAD_ID)
                .limit(limit)
                .fetch(UploadRepository::read);
    }

    List<Part> parts(UUID upload, int after, int limit) {
        return sql.selectFrom(PART)
                .where(PART.UPLOAD_ID.eq(upload), PART.NUMBER.gt(after))
                .orderBy(PART.NUMBER)
                .limit(limit)
                .fetch(UploadRepository::readPart);
    }

    List<StoredBody> putPart(long quotaBytes, String bucket, String key, UUID upload, Part part) {
        var row =
                sql.fetchSingle(
                        "select * from storage.put_part(?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?)",
                        quotaBytes,
                        bucket,
                        key,
                        upload,
                        part.number(),
                        part.etag(),
                        part.lastModified().toString(),
                        part.checksum().map(checksum -> checksum.algorithm().name()).orElse(null),
                        part.checksum().map(Checksum::value).orElse(null),
                        part.body().id(),
                        part.body().size());
        Outcomes.require(row.get("outcome", String.class));
        return Optional.ofNullable(row.get("replaced", UUID.class)).stream()
                .map(id -> new StoredBody(id, row.get("replaced_size", Long.class)))
                .toList();
    }

    /// @param put the object, and its condition
    Written complete(UUID upload, PendingPut put) {
        var object = put.object();
        var row =
                sql.fetchSingle(
                        """
                        select outcome, versioning, version_id, unreferenced, unreferenced_sizes
                        from storage.complete_upload(
                            ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?::uuid[], ?::bigint[], ?, ?, ?)
                        """,
                        put.bucket(),
                        upload,
                        object.key(),
                        object.version().id().orElse(null),
                        object.size(),
                        object.etag(),
                        object.lastModified().toString(),
                        HeaderJson.write(object.attributes().headers()),
                        HeaderJson.write(object.attributes().user()),
                        object.checksum().map(checksum -> checksum.algorithm().name()).orElse(null),
                        object.checksum().map(checksum -> checksum.type().name()).orElse(null),
                        object.checksum().map(Checksum::value).orElse(null),
                        BodyArrays.ids(object.contents()),
                        BodyArrays.sizes(object.contents()),
                        MarksJson.encryption(object.encryption()),
                        MarksJson.write(object.marks()),
                        Condition.text(put.precondition()));
        Outcomes.require(row.get(0, String.class));
        var notes = object.bodies().subList(object.contents().size(), object.bodies().size());
        sql.execute(
                """
                update storage.stored_object o
                set body_ids = o.body_ids || ?::uuid[], body_sizes = o.body_sizes || ?::bigint[], upload_id = ?
                from storage.bucket b
                where b.name = ? and o.bucket_id = b.bucket_id and o.key = ?
                """,
                BodyArrays.ids(notes),
                BodyArrays.sizes(notes),
                upload,
                put.bucket(),
                object.key());
        return new Written(
                ObjectRows.versioning(row.get(1, String.class)),
                ObjectRows.version(row.get(2, UUID.class)),
                BodyArrays.read(row.get(3, UUID[].class), row.get(4, Long[].class)));
    }

    /// @return its parts; empty if there is no such upload
    Optional<List<StoredBody>> abort(String bucket, String key, UUID upload) {
        sql.execute("select storage.lock_usage()");
        return sql.fetchOptional(
                        "select parts, sizes from storage.end_upload(?, ?, ?)", bucket, key, upload)
                .map(row -> BodyArrays.read(row.get(0, UUID[].class), row.get(1, Long[].class)));
    }

    private static Upload read(UploadRecord row) {
        return new Upload(
                row.getUploadId(),
                row.getKey(),
                HeaderJson.read(row.getHeaders().data(), row.getUserHeaders().data()),
                ObjectRepository.chosen(row.getChecksumAlgorithm(), row.getChecksumType()),
                MarksJson.encryption(row.getEncryption()),
                MarksJson.read(Optional.ofNullable(row.getMarks()).map(JSONB::data).orElse(null)),
                row.getInitiatedAt());
    }

    private static Part readPart(PartRecord row) {
        return new Part(
                row.getNumber(),
                row.getEtag(),
                row.getModifiedAt(),
                Optional.ofNullable(row.getChecksum())
                        .map(value ->
                                new Checksum(
                                        ChecksumAlgorithm.valueOf(row.getChecksumAlgorithm()),
                                        Checksum.Type.FULL_OBJECT,
                                        value)),
                new StoredBody(row.getBodyId(), row.getSize()));
    }
}
