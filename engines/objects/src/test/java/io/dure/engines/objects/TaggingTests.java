package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.document;
import static io.dure.engines.objects.Refusals.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/// Tags of objects.
class TaggingTests {
    @RegisterExtension static final TestingS3 SERVER = new TestingS3();
    private final S3Client s3 = SERVER.client();
    private final String bucket = SERVER.bucket();

    private String put(String key, String tagging) {
        return s3.putObject(
                        b -> b.bucket(bucket).key(key).tagging(tagging),
                        RequestBody.fromString("x"))
                .versionId();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void tag(String key, List<Tag> tags) {
        s3.putObjectTagging(b -> b.bucket(bucket).key(key).tagging(t -> t.tagSet(tags)));
    }

    private List<Tag> tags(String key) {
        return s3.getObjectTagging(b -> b.bucket(bucket).key(key)).tagSet();
    }

    @Test
    void tagsComeWithAnUpload() {
        put("k", "team=sales&%EB%B6%80%EC%84%9C=%EC%B4%9D%EB%AC%B4+1");

        assertThat(tags("k")).containsExactlyInAnyOrder(tag("team", "sales"), tag("부서", "총무 1"));
        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).response().tagCount())
                .isEqualTo(2);
    }

    @Test
    void tagsAreReplacedAndTakenAway() {
        put("k", "a=1&b=2");

        tag("k", List.of(tag("c", "")));
        assertThat(tags("k")).containsExactly(tag("c", ""));
        s3.deleteObjectTagging(b -> b.bucket(bucket).key("k"));

        assertThat(tags("k")).isEmpty();
        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).response().tagCount())
                .isNull();
    }

    @Test
    void aCopyKeepsTheTagsOrTakesNewOnes() {
        put("k", "a=1");

        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("kept"));
        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("new")
                        .taggingDirective(TaggingDirective.REPLACE)
                        .tagging("b=2"));

        assertThat(tags("kept")).containsExactly(tag("a", "1"));
        assertThat(tags("new")).containsExactly(tag("b", "2"));
    }

    @Test
    void aVersionHasTagsOfItsOwn() {
        s3.putBucketVersioning(b ->
                b.bucket(bucket)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        var first = put("k", "n=1");
        var second = put("k", "n=2");

        var answer =
                s3.putObjectTagging(b ->
                        b.bucket(bucket)
                                .key("k")
                                .versionId(first)
                                .tagging(t -> t.tagSet(tag("n", "one"))));

        assertThat(answer.versionId()).isEqualTo(first);
        assertThat(s3.getObjectTagging(b -> b.bucket(bucket).key("k").versionId(first)).tagSet())
                .containsExactly(tag("n", "one"));
        var current = s3.getObjectTagging(b -> b.bucket(bucket).key("k"));
        assertThat(current.tagSet()).containsExactly(tag("n", "2"));
        assertThat(current.versionId()).isEqualTo(second);
    }

    @Test
    void wrongTagsAreRefusedInTheWordsOfS3() {
        put("k", "");
        var twice =
                assertRefused(
                        400,
                        "InvalidTag",
                        () -> tag("k", List.of(tag("Key1", "a"), tag("Key1", "b"))));
        var character =
                assertRefused(400, "InvalidTag", () -> tag("k", List.of(tag("Key1,Key2", "a"))));
        var value = assertRefused(400, "InvalidTag", () -> tag("k", List.of(tag("Key1", "a,b"))));
        var reserved = assertRefused(400, "InvalidTag", () -> tag("k", List.of(tag("aws:x", "a"))));
        var many =
                assertRefused(
                        400,
                        "BadRequest",
                        () ->
                                tag(
                                        "k",
                                        IntStream.range(0, 11)
                                                .mapToObj(i -> tag("k" + i, ""))
                                                .toList()));
        var header = assertRefused(400, "InvalidArgument", () -> put("k", "key1=a&key1=b"));

        assertThat(message(twice)).isEqualTo("Cannot provide multiple Tags with the same key");
        assertThat(document(twice)).contains("<TagKey>Key1</TagKey>");
        assertThat(message(character)).isEqualTo("The TagKey you have provided is invalid");
        assertThat(message(value)).isEqualTo("The TagValue you have provided is invalid");
        assertThat(document(value)).contains("<TagKey>Key1</TagKey>", "<TagValue>a,b</TagValue>");
        assertThat(message(reserved)).isEqualTo("Your TagKey cannot be prefixed with aws:");
        assertThat(message(many)).isEqualTo("Object tags cannot be greater than 10");
        assertThat(document(header)).contains("<ArgumentName>x-amz-tagging</ArgumentName>");
    }
}
