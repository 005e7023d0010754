package io.dure.engines.objects.description;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description.OfBucket;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.description.Description.OfNamespace;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Descriptions as JSON in UTF-8: read by people, too, when all else is lost. Fields that a reader
/// does not know are passed over, so that later versions may say more.
public final class DescriptionJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 512;

    /// What a note is; bodies of objects and parts have no such field.
    static final String KIND = "kind";

    static final String MANIFEST = "manifest";
    static final String MARKER = "marker";
    static final String MARKS = "marks";
    static final String BUCKET = "bucket";
    static final String NAMESPACE = "namespace";

    private DescriptionJson() {}

    public static byte[] write(Description description) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("bucket", description.bucket());
            json.writeStringProperty("key", description.key());
            switch (description) {
                case OfObject object -> write(object, json);
                case OfPart part -> write(part, json);
                case OfManifest manifest -> write(manifest, json);
                case OfMarker marker -> write(marker, json);
                case OfMarks marks -> write(marks, json);
                case OfBucket bucket -> write(bucket, json);
                case OfNamespace namespace -> write(namespace, json);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(OfObject object, JsonGenerator json) {
        json.writeStringProperty("version", object.version().toString());
        json.writeStringProperty("etag", object.etag());
        json.writeStringProperty("modified", object.lastModified().toString());
        write(object.encryption(), json);
        write(object.marks(), json);
        write("headers", object.attributes().headers(), json);
        write("user", object.attributes().user(), json);
        write(object.checksum(), json);
    }

    private static void write(OfPart part, JsonGenerator json) {
        json.writeStringProperty("upload", part.upload().toString());
        json.writeNumberProperty("part", part.number());
        json.writeStringProperty("etag", part.etag());
        json.writeStringProperty("modified", part.lastModified().toString());
        write(part.checksum(), json);
    }

    private static void write(OfManifest manifest, JsonGenerator json) {
        json.writeStringProperty(KIND, MANIFEST);
        json.writeStringProperty("version", manifest.version().toString());
        json.writeStringProperty("upload", manifest.upload().toString());
        json.writeStringProperty("etag", manifest.etag());
        json.writeStringProperty("modified", manifest.lastModified().toString());
        write(manifest.encryption(), json);
        write(manifest.marks(), json);
        write("headers", manifest.attributes().headers(), json);
        write("user", manifest.attributes().user(), json);
        write(manifest.checksum(), json);
        json.writeArrayPropertyStart("parts");
        for (var part : manifest.parts()) {
            json.writeStartArray();
            json.writeNumber(part.number());
            json.writeNumber(part.size());
            json.writeString(part.etag());
            part.checksum().ifPresent(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void write(OfMarker marker, JsonGenerator json) {
        json.writeStringProperty(KIND, MARKER);
        json.writeStringProperty("version", marker.version().toString());
        json.writeStringProperty("modified", marker.lastModified().toString());
    }

    private static void write(OfMarks marks, JsonGenerator json) {
        json.writeStringProperty(KIND, MARKS);
        json.writeStringProperty("version", marks.version().toString());
        json.writeStringProperty("at", marks.at().toString());
        write(marks.marks(), json);
    }

    private static void write(OfBucket bucket, JsonGenerator json) {
        var known = bucket.configured().bucket();
        json.writeStringProperty(KIND, BUCKET);
        json.writeStringProperty("created", known.createdAt().toString());
        json.writeStringProperty("versioning", known.versioning().name());
        json.writeBooleanProperty("objectLock", known.objectLock());
        var documents = new TreeMap<String, String>();
        bucket.documents().forEach((kind, text) -> documents.put(kind.name(), text));
        write("documents", documents, json);
        write("more", new TreeMap<>(bucket.more()), json);
    }

    private static void write(OfNamespace namespace, JsonGenerator json) {
        json.writeStringProperty(KIND, NAMESPACE);
        json.writeStringProperty("text", namespace.text());
    }

    private static void write(Encryption encryption, JsonGenerator json) {
        switch (encryption) {
            case Encryption.None() -> {}
            case Encryption.Managed() -> json.writeStringProperty("encryption", "AES256");
            case Encryption.Customer(var md5) -> json.writeStringProperty("customerKeyMd5", md5);
        }
    }

    private static void write(Marks marks, JsonGenerator json) {
        if (!marks.tags().isEmpty()) {
            json.writeStringProperty("tags", marks.tags().writeHeader());
        }
        if (marks.retention().isPresent()) {
            json.writeStringProperty("retention", marks.retention().get().mode().name());
            json.writeStringProperty("retainUntil", marks.retention().get().until().toString());
        }
        if (marks.legalHold().isPresent()) {
            json.writeBooleanProperty("legalHold", marks.isHeld());
        }
        if (marks.acl().isPresent()) {
            json.writeStringProperty("acl", marks.acl().get());
        }
    }

    private static void write(String name, Map<String, String> headers, JsonGenerator json) {
        if (!headers.isEmpty()) {
            json.writeObjectPropertyStart(name);
            headers.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }

    private static void write(Optional<Checksum> checksum, JsonGenerator json) {
        if (checksum.isPresent()) {
            json.writeStringProperty("checksumAlgorithm", checksum.get().algorithm().name());
            json.writeStringProperty("checksumType", checksum.get().type().name());
            json.writeStringProperty("checksum", checksum.get().value());
        }
    }

    /// @return empty if the bytes are no description
    public static Optional<Description> read(byte[] bytes) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return Optional.of(DescriptionFields.read(json).description());
        } catch (JacksonException | IllegalArgumentException | DateTimeException | S3Exception e) {
            return Optional.empty();
        }
    }
}
