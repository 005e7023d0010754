package io.dure.engines.objects.description;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionJsonTests {
    private static final Instant NOW = Instant.parse("2026-11-28T01:02:03.456Z");
    private static final Attributes ATTRIBUTES =
            new Attributes(Map.of("content-type", "text/plain"), Map.of("색", "\"파랑\"\n"));
    private static final Optional<Checksum> CHECKSUM =
            Optional.of(
                    new Checksum(ChecksumAlgorithm.CRC32, Checksum.Type.FULL_OBJECT, "AAAAAA=="));
    private static final Marks MARKS =
            new Marks(
                    ObjectTags.parseHeader("a=1&b=%ED%95%9C"),
                    Optional.of(new Retention(RetentionMode.COMPLIANCE, NOW)),
                    Optional.of(LegalHold.ON),
                    Optional.of("<Acl/>"));

    static Stream<Description> all() {
        return Stream.of(
                new OfObject(
                        "bucket",
                        "열쇠",
                        VersionId.random(),
                        "etag",
                        NOW,
                        ATTRIBUTES,
                        CHECKSUM,
                        new Encryption.Customer("md5"),
                        MARKS),
                new OfPart("bucket", "k", UUID.randomUUID(), 7, "etag", NOW, CHECKSUM),
                new OfManifest(
                        "bucket",
                        "k",
                        VersionId.NULL,
                        UUID.randomUUID(),
                        "etag-2",
                        NOW,
                        ATTRIBUTES,
                        CHECKSUM,
                        Encryption.MANAGED,
                        MARKS,
                        List.of(
                                new ListedPart(1, 5L << 30, "first", Optional.of("c3Vt")),
                                new ListedPart(10_000, 0, "last", Optional.empty()))),
                new OfMarker("bucket", "k", VersionId.random(), NOW),
                new OfMarks("bucket", "k", VersionId.NULL, Marks.NONE, NOW),
                new OfMarks("bucket", "k", VersionId.random(), MARKS, NOW),
                new OfBucket(
                        new ConfiguredBucket(
                                new Bucket("bucket", NOW, Versioning.SUSPENDED, false),
                                Map.of(BucketDocument.POLICY, "{}", BucketDocument.CORS, "")),
                        Map.of("quotaBytes", "5")),
                new OfNamespace("{\"name\":\"가나상사\"}"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsRead(Description description) {
        assertThat(DescriptionJson.read(DescriptionJson.write(description))).contains(description);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsCutShortIsNone(Description description) {
        var bytes = DescriptionJson.write(description);

        for (var length = 0; length < bytes.length; length++) {
            assertThat(DescriptionJson.read(java.util.Arrays.copyOf(bytes, length))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"kind\":\"other\"}",
                "{\"kind\":\"manifest\",\"parts\":7}",
                "{\"kind\":\"manifest\",\"bucket\":\"b\",\"key\":\"k\",\"version\":\"null\",\"parts\":[[1,2]]}",
                "{\"kind\":\"marker\",\"bucket\":\"b\",\"key\":\"k\",\"version\":\"null\",\"modified\":\"today\"}"
            })
    void whatIsNoDescriptionIsNone(String json) {
        assertThat(DescriptionJson.read(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void whatALaterVersionSaysBesidesIsPassedOver() {
        var json =
                "{\"kind\":\"marker\",\"more\":{\"a\":\"b\"},\"list\":[[1]],\"bucket\":\"b\",\"key\":\"k\","
                        + "\"version\":\"null\",\"modified\":\"2026-11-28T01:02:03Z\"}";

        assertThat(DescriptionJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .contains(
                        new OfMarker(
                                "b", "k", VersionId.NULL, Instant.parse("2026-11-28T01:02:03Z")));
    }
}
