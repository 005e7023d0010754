package io.dure.engines.objects.configuration.tagging;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.error.S3Error;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTests {
    private static final String WRONG_HEADER =
            "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name"
                    + " duplicates.";

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count).mapToObj(number -> new Tag("k" + number, "")).toList();
    }

    @Test
    void aTagHasCharactersOfAnyScript() {
        var longest = new Tag("가".repeat(128), "𝐗".repeat(256));

        assertThat(longest.value().codePointCount(0, longest.value().length())).isEqualTo(256);
        assertThat(new Tag("a b_.:/=+-@", "").value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a&b", "a\nb", "a😀"})
    void aKeyOfOtherCharactersIsRefused(String key) {
        assertRefused(
                S3Error.INVALID_TAG,
                "The TagKey you have provided is invalid",
                () -> new Tag(key, "v"));
    }

    @Test
    void keysAndValuesHaveTheirLengths() {
        assertRefused(
                S3Error.INVALID_TAG,
                "The TagKey you have provided is invalid",
                () -> new Tag("k".repeat(129), ""));
        assertRefused(
                S3Error.INVALID_TAG,
                "The TagValue you have provided is invalid",
                () -> new Tag("k", "v".repeat(257)));
        assertRefused(
                S3Error.INVALID_TAG,
                "The TagValue you have provided is invalid",
                () -> new Tag("k", "a,b"));
    }

    @Test
    void noKeyStandsTwice() {
        assertRefused(
                S3Error.INVALID_TAG,
                "Cannot provide multiple Tags with the same key",
                () -> new ObjectTags(List.of(new Tag("k", "1"), new Tag("k", "2"))));
    }

    @Test
    void anObjectHasTenTagsAndABucketFifty() {
        assertThat(new ObjectTags(tags(10)).tags()).hasSize(10);
        assertThat(new BucketTags(tags(50)).tags()).hasSize(50);
        assertRefused(
                S3Error.BAD_REQUEST,
                "Object tags cannot be greater than 10",
                () -> new ObjectTags(tags(11)));
        assertRefused(
                S3Error.BAD_REQUEST,
                "Bucket tag count cannot be greater than 50",
                () -> new BucketTags(tags(51)));
    }

    @Test
    void nobodySetsTagsOfTheSystem() {
        var tags = List.of(new Tag("aws:a", ""));

        assertRefused(
                S3Error.INVALID_TAG,
                "System tags cannot be added/updated by requester",
                () -> new BucketTags(tags));
        assertRefused(
                S3Error.INVALID_TAG,
                "Your TagKey cannot be prefixed with aws:",
                () -> new ObjectTags(tags));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Tagging/>",
                "<Tagging><TagSet><Tag><Key>k</Key></Tag></TagSet></Tagging>",
                "<Tagging><TagSet><Tag><Value>v</Value></Tag></TagSet></Tagging>",
                "<Tagging><TagSet/><TagSet/></Tagging>"
            })
    void aTagHasAKeyAndAValue(String document) {
        assertRefused(S3Error.MALFORMED_XML, () -> ObjectTags.parse(bytes(document)));
    }

    @Test
    void theHeaderIsAQuery() {
        var tags =
                new ObjectTags(List.of(new Tag("a b", "="), new Tag("색", "파랑"), new Tag("c", "")));

        assertThat(ObjectTags.parseHeader(tags.writeHeader())).isEqualTo(tags);
        assertThat(ObjectTags.parseHeader("a=1+2&b").tags())
                .containsExactly(new Tag("a", "1 2"), new Tag("b", ""));
        assertThat(ObjectTags.parseHeader("")).isEqualTo(ObjectTags.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key1=val1&key1=val2",
                "key1=val1,key2=val2",
                "k=%f",
                "k=%ff",
                "k=%00",
                "=v",
                "k=\u00ed\u0082\u00a4"
            })
    void anotherHeaderIsRefused(String header) {
        assertRefused(S3Error.INVALID_ARGUMENT, WRONG_HEADER, () -> ObjectTags.parseHeader(header));
    }

    @Test
    void theHeaderHasTheRulesOfTheDocument() {
        assertRefused(
                S3Error.BAD_REQUEST,
                "Object tags cannot be greater than 10",
                () -> ObjectTags.parseHeader("a&b&c&d&e&f&g&h&i&j&k"));
        assertRefused(
                S3Error.INVALID_TAG,
                "Your TagKey cannot be prefixed with aws:",
                () -> ObjectTags.parseHeader("aws:a=1"));
    }
}
