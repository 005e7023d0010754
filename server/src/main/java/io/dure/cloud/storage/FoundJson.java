package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Survey.Found;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.OfBucket;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.description.Description.OfNamespace;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.VersionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Found bodies as rows of `storage.found`, in JSON.
final class FoundJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private FoundJson() {}

    /// PostgreSQL keeps no NUL in a text; no description has one, unless somebody else wrote it.
    static boolean isStorable(Found found) {
        var json = JSON.writeValueAsString(row(found));
        return !json.replace("\\\\", "").contains("\\u0000");
    }

    static String write(List<Found> some) {
        return JSON.writeValueAsString(some.stream().map(FoundJson::row).toList());
    }

    private static Map<String, @Nullable Object> row(Found found) {
        var description = found.claim().description();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("tenant_id", found.claim().namespace().id());
        row.put("place", found.claim().body());
        row.put("sequence", found.sequence());
        row.put("bucket", description.bucket());
        row.put("key", description.key());
        row.put("size", found.size());
        row.put("etag", "");
        row.put("at", Instant.EPOCH.toString());
        put(description, row);
        return row;
    }

    private static void put(Description description, Map<String, @Nullable Object> row) {
        switch (description) {
            case OfObject object -> {
                row.put("kind", "OBJECT");
                putVersion(object.version(), object.lastModified(), row);
                row.put("etag", object.etag());
                putAttributes(object.attributes(), object.checksum(), row);
                row.put("encryption", MarksJson.encryption(object.encryption()));
                putMarks(object.marks(), row);
            }
            case OfPart part -> {
                row.put("kind", "PART");
                row.put("upload_id", part.upload());
                row.put("number", part.number());
                row.put("etag", part.etag());
                row.put("at", part.lastModified().toString());
            }
            case OfManifest manifest -> {
                row.put("kind", "MANIFEST");
                putVersion(manifest.version(), manifest.lastModified(), row);
                row.put("upload_id", manifest.upload());
                row.put("etag", manifest.etag());
                putAttributes(manifest.attributes(), manifest.checksum(), row);
                row.put("encryption", MarksJson.encryption(manifest.encryption()));
                putMarks(manifest.marks(), row);
                row.put(
                        "parts",
                        manifest.parts().stream()
                                .map(part -> List.of(part.number(), part.size(), part.etag()))
                                .toList());
            }
            case OfMarker marker -> {
                row.put("kind", "MARKER");
                putVersion(marker.version(), marker.lastModified(), row);
            }
            case OfMarks marks -> {
                row.put("kind", "MARKS");
                putVersion(marks.version(), marks.at(), row);
                putMarks(marks.marks(), row);
            }
            case OfBucket bucket -> {
                row.put("kind", "BUCKET");
                row.put("at", bucket.configured().bucket().createdAt().toString());
                row.put("more", more(bucket));
            }
            case OfNamespace namespace -> {
                row.put("kind", "NAMESPACE");
                row.put("more", Map.of("text", namespace.text()));
            }
        }
    }

    private static void putVersion(
            VersionId version, Instant at, Map<String, @Nullable Object> row) {
        row.put("version_id", version.id().map(UUID::toString).orElse(null));
        row.put("at", at.toString());
    }

    private static void putAttributes(
            Attributes attributes, Optional<Checksum> checksum, Map<String, @Nullable Object> row) {
        row.put("headers", attributes.headers());
        row.put("user_headers", attributes.user());
        checksum.ifPresent(sum -> {
            row.put("checksum_algorithm", sum.algorithm().name());
            row.put("checksum_type", sum.type().name());
            row.put("checksum", sum.value());
        });
    }

    private static void putMarks(Marks marks, Map<String, @Nullable Object> row) {
        var json = MarksJson.write(marks);
        row.put("marks", json == null ? null : JSON.readTree(json));
    }

    private static Map<String, Object> more(OfBucket bucket) {
        var more = new TreeMap<String, Object>(bucket.more());
        more.put("versioning", bucket.configured().bucket().versioning().name());
        more.put("objectLock", bucket.configured().bucket().objectLock());
        var documents = new TreeMap<String, String>();
        bucket.documents().forEach((kind, text) -> documents.put(kind.name(), text));
        more.put("documents", documents);
        return more;
    }
}
