package io.dure.engines.objects.description;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description.ListedPart;
import io.dure.engines.objects.description.Description.OfBucket;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.description.Description.OfNamespace;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The fields of a description's JSON, as they are read.
final class DescriptionFields {
    private static final Set<String> MAPS = Set.of("headers", "user", "documents", "more");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Map<String, String>> maps = new TreeMap<>();
    private final List<ListedPart> parts = new ArrayList<>();

    /// @throws IllegalArgumentException if it is no object
    static DescriptionFields read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no object");
        }
        var fields = new DescriptionFields();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            fields.take(json.currentName(), json);
        }
        return fields;
    }

    private void take(String name, JsonParser json) {
        var token = json.nextToken();
        if (token == JsonToken.START_OBJECT && MAPS.contains(name)) {
            maps.put(name, map(json));
        } else if (token == JsonToken.START_ARRAY && name.equals("parts")) {
            takeParts(json);
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

    private void takeParts(JsonParser json) {
        while (json.nextToken() == JsonToken.START_ARRAY) {
            json.nextToken();
            var number = json.getIntValue();
            json.nextToken();
            var size = json.getLongValue();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException("parts");
            }
            var etag = json.getString();
            var isChecked = json.nextToken() == JsonToken.VALUE_STRING;
            var checksum = isChecked ? Optional.of(json.getString()) : Optional.<String>empty();
            parts.add(new ListedPart(number, size, etag, checksum));
            while (json.currentToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
                json.nextToken();
            }
        }
    }

    /// @throws IllegalArgumentException if it is of no known kind, or lacks something
    Description description() {
        var kind = find(DescriptionJson.KIND);
        if (kind.isEmpty()) {
            return texts.containsKey("upload") ? part() : object();
        }
        return switch (kind.get()) {
            case DescriptionJson.MANIFEST -> manifest();
            case DescriptionJson.MARKER -> marker();
            case DescriptionJson.MARKS -> ofMarks();
            case DescriptionJson.BUCKET -> bucket();
            case DescriptionJson.NAMESPACE -> new OfNamespace(text("text"));
            default -> throw new IllegalArgumentException(kind.get());
        };
    }

    private OfObject object() {
        return new OfObject(
                text("bucket"),
                text("key"),
                version(),
                text("etag"),
                time("modified"),
                attributes(),
                checksum(),
                encryption(),
                marks());
    }

    private OfPart part() {
        return new OfPart(
                text("bucket"),
                text("key"),
                UUID.fromString(text("upload")),
                Integer.parseInt(text("part")),
                text("etag"),
                time("modified"),
                checksum());
    }

    private OfManifest manifest() {
        return new OfManifest(
                text("bucket"),
                text("key"),
                version(),
                UUID.fromString(text("upload")),
                text("etag"),
                time("modified"),
                attributes(),
                checksum(),
                encryption(),
                marks(),
                parts);
    }

    private OfMarker marker() {
        return new OfMarker(text("bucket"), text("key"), version(), time("modified"));
    }

    private OfMarks ofMarks() {
        return new OfMarks(text("bucket"), text("key"), version(), marks(), time("at"));
    }

    private OfBucket bucket() {
        var documents = new EnumMap<BucketDocument, String>(BucketDocument.class);
        maps.getOrDefault("documents", Map.of())
                .forEach((kind, text) -> documents.put(BucketDocument.valueOf(kind), text));
        return new OfBucket(
                new ConfiguredBucket(
                        new Bucket(
                                text("bucket"),
                                time("created"),
                                Versioning.valueOf(text("versioning")),
                                Boolean.parseBoolean(text("objectLock"))),
                        documents),
                maps.getOrDefault("more", Map.of()));
    }

    private VersionId version() {
        return VersionId.parse(text("version"));
    }

    private Instant time(String name) {
        return Instant.parse(text(name));
    }

    private Attributes attributes() {
        return new Attributes(
                maps.getOrDefault("headers", Map.of()), maps.getOrDefault("user", Map.of()));
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
                                new Retention(RetentionMode.valueOf(mode), time("retainUntil"))),
                find("legalHold").map(text -> LegalHold.of(Boolean.parseBoolean(text))),
                find("acl"));
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

    private Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /// @throws IllegalArgumentException if it is not there
    private String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name));
    }
}
