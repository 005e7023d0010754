package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What S3 says in an error beside code and message: whatever the refusal knows, and of the rest
/// what follows from the request. The names are those that Amazon S3 was recorded to answer with.
final class ErrorFields {
    private static final String COPY_SOURCE = "x-amz-copy-source-";

    /// Conditions, as S3 writes their names.
    private static final List<String> CONDITIONS =
            List.of(
                    COPY_SOURCE + "If-Match",
                    COPY_SOURCE + "If-None-Match",
                    COPY_SOURCE + "If-Unmodified-Since",
                    COPY_SOURCE + "If-Modified-Since",
                    "If-Match",
                    "If-None-Match",
                    "If-Unmodified-Since");

    private ErrorFields() {}

    static Map<String, String> of(
            S3Exception refusal, String method, Target target, Query query, Headers headers) {
        var fields = new LinkedHashMap<String, String>();
        switch (refusal.error()) {
            case NO_SUCH_BUCKET,
                    NO_SUCH_BUCKET_POLICY,
                    NO_SUCH_CORS_CONFIGURATION,
                    NO_SUCH_LIFECYCLE_CONFIGURATION,
                    NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION,
                    NO_SUCH_TAG_SET,
                    OBJECT_LOCK_CONFIGURATION_NOT_FOUND,
                    OWNERSHIP_CONTROLS_NOT_FOUND,
                    SERVER_SIDE_ENCRYPTION_CONFIGURATION_NOT_FOUND,
                    BUCKET_ALREADY_EXISTS,
                    BUCKET_ALREADY_OWNED_BY_YOU,
                    BUCKET_NOT_EMPTY,
                    INVALID_BUCKET_NAME ->
                    fields.put("BucketName", target.bucket());
            case NO_SUCH_KEY -> fields.put("Key", target.key());
            case NO_SUCH_VERSION -> {
                fields.put("Key", target.key());
                query.find("versionId").ifPresent(id -> fields.put("VersionId", id));
            }
            case NO_SUCH_UPLOAD, INVALID_PART, INVALID_PART_ORDER ->
                    query.find("uploadId").ifPresent(id -> fields.put("UploadId", id));
            case METHOD_NOT_ALLOWED -> {
                fields.put("Method", method);
                fields.put("ResourceType", resourceType(target));
            }
            case PRECONDITION_FAILED -> putCondition(fields, headers);
            case CONDITIONAL_REQUEST_CONFLICT -> {
                putCondition(fields, headers);
                fields.put("Key", target.key());
            }
            default -> {}
        }
        fields.putAll(refusal.fields());
        return fields;
    }

    private static String resourceType(Target target) {
        if (target.bucket().isEmpty()) {
            return "SERVICE";
        }
        return target.key().isEmpty() ? "BUCKET" : "OBJECT";
    }

    private static void putCondition(Map<String, String> fields, Headers headers) {
        CONDITIONS.stream()
                .filter(name -> headers.find(name.toLowerCase(Locale.ROOT)).isPresent())
                .findFirst()
                .ifPresent(name -> fields.put("Condition", name));
    }
}
