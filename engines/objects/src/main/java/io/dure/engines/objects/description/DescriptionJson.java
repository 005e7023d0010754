package io.dure.engines.objects.description;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.VersionId;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Descriptions as JSON in UTF-8: read by people, too, when all else is lost. Fields that a reader
/// does not know are passed over, so that later versions may say more.
public final class DescriptionJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 512;

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
        if (marks.legalHold()) {
            json.writeBooleanProperty("legalHold", true);
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
            var fields = new Fields();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                fields.take(json.currentName(), json);
            }
            return Optional.of(fields.description());
        } catch (JacksonException | IllegalArgumentException | DateTimeException | S3Exception e) {
            return Optional.empty();
        }
    }

    /// What was read so far.
    private static final class Fields {
        private final Map<String, String> texts = new TreeMap<>();
        private final Map<String, Map<String, String>> maps = new TreeMap<>();

        private void take(String name, JsonParser json) {
            var token = json.nextToken();
            if (token == JsonToken.START_OBJECT
                    && (name.equals("headers") || name.equals("user"))) {
                maps.put(name, map(json));
            } else if (token.isScalarValue()) {
                texts.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        }

        private static Map<String, String> map(JsonParser json) {
            var map = new TreeMap<String, String>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                json.nextToken();
                map.put(name, json.getString());
            }
            return map;
        }

        private Description description() {
            return texts.containsKey("upload") ? part() : object();
        }

        private OfObject object() {
            return new OfObject(
                    text("bucket"),
                    text("key"),
                    VersionId.parse(text("version")),
                    text("etag"),
                    Instant.parse(text("modified")),
                    new Attributes(
                            maps.getOrDefault("headers", Map.of()),
                            maps.getOrDefault("user", Map.of())),
                    checksum(),
                    encryption(),
                    marks());
        }

        private Encryption encryption() {
            if (texts.containsKey("customerKeyMd5")) {
                return new Encryption.Customer(text("customerKeyMd5"));
            }
            return texts.containsKey("encryption") ? Encryption.MANAGED : Encryption.NONE;
        }

        private Marks marks() {
            return new Marks(
                    find("tags").map(ObjectTags::parseHeader).orElse(ObjectTags.NONE),
                    find("retention")
                            .map(mode ->
                                    new Retention(
                                            RetentionMode.valueOf(mode),
                                            Instant.parse(text("retainUntil")))),
                    find("legalHold").map(Boolean::parseBoolean).orElse(false),
                    find("acl"));
        }

        private Optional<String> find(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        private OfPart part() {
            return new OfPart(
                    text("bucket"),
                    text("key"),
                    UUID.fromString(text("upload")),
                    Integer.parseInt(text("part")),
                    text("etag"),
                    Instant.parse(text("modified")),
                    checksum());
        }

        private Optional<Checksum> checksum() {
            return texts.containsKey("checksum")
                    ? Optional.of(
                            new Checksum(
                                    ChecksumAlgorithm.valueOf(text("checksumAlgorithm")),
                                    Checksum.Type.valueOf(text("checksumType")),
                                    text("checksum")))
                    : Optional.empty();
        }

        /// @throws IllegalArgumentException if it is not there
        private String text(String name) {
            return find(name).orElseThrow(() -> new IllegalArgumentException(name));
        }
    }
}
