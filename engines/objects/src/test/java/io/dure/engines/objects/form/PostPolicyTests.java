package io.dure.engines.objects.form;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The policies of forms. Amazon S3 API Reference, "POST Policy".
class PostPolicyTests {
    private static final Instant END = Instant.parse("2030-01-01T12:00:00Z");
    private static final FormFields FORM =
            new FormFields(
                    Map.of(
                            "bucket", "photos",
                            "key", "user/kim/사진.jpg",
                            "acl", "private",
                            "content-type", "image/jpeg, image/png",
                            "policy", "…",
                            "x-amz-signature", "…",
                            "x-ignore-this", "…"));

    private static PostPolicy policy(String conditions) {
        return parse(
                "{\"expiration\": \"2030-01-01T12:00:00.000Z\", \"conditions\": ["
                        + conditions
                        + "]}");
    }

    private static PostPolicy parse(String document) {
        return PostPolicy.parse(
                Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static final String ALL =
            """
            {"bucket": "photos"}, ["starts-with", "$key", "user/kim/"], {"acl": "private"},
            ["starts-with", "$Content-Type", "image/"]\
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ALL,
                "{\"bUcKeT\": \"photos\"}, [\"EQ\", \"$KEY\", \"user/kim/사진.jpg\"], "
                        + "[\"Starts-With\", \"$acl\", \"\"], [\"starts-with\", \"$content-type\", \"\"]",
                ALL + ", [\"starts-with\", \"$x-amz-meta-gone\", \"\"]",
                ALL + ", [\"content-length-range\", 1, \"10\"]",
            })
    void whatEveryConditionTakesIsTaken(String conditions) {
        assertThatCode(() -> policy(conditions).require(FORM, END.minusSeconds(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAConditionDoesNotTakeIsRefused() {
        assertDenied(
                "Policy Condition failed: [\"starts-with\", \"$key\", \"user/lee/\"]",
                ALL + ", [\"starts-with\", \"$key\", \"user/lee/\"]");
        assertDenied(
                "Policy Condition failed: [\"eq\", \"$acl\", \"Private\"]",
                ALL + ", {\"acl\": \"Private\"}");
        assertDenied(
                "Policy Condition failed: [\"eq\", \"$x-amz-meta-gone\", \"x\"]",
                ALL + ", {\"x-amz-meta-gone\": \"x\"}");
        assertDenied(
                "Policy Condition failed: [\"starts-with\", \"$content-type\", \"image/j\"]",
                ALL + ", [\"starts-with\", \"$content-type\", \"image/j\"]");
    }

    @Test
    void aFieldThatNoConditionNamesIsRefused() {
        assertDenied("Extra input fields: acl", ALL.replace("{\"acl\": \"private\"},", ""));
        assertDenied("Extra input fields: bucket", ALL.replace("{\"bucket\": \"photos\"},", ""));
    }

    private static void assertDenied(String why, String conditions) {
        assertRefused(
                S3Error.ACCESS_DENIED,
                "Invalid according to Policy: " + why,
                () -> policy(conditions).require(FORM, END.minusSeconds(1)));
    }

    @Test
    void aPolicyEnds() {
        assertRefused(
                S3Error.ACCESS_DENIED,
                "Invalid according to Policy: Policy expired.",
                () -> policy(ALL).require(FORM, END));
    }

    @Test
    void everySizeThatIsNamedCounts() {
        assertThat(policy("[\"content-length-range\", 1, 9], [\"content-length-range\", 0, 5]"))
                .extracting(PostPolicy::sizes)
                .isEqualTo(new SizeRange(1, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"conditions\": []}",
                "{\"expiration\": \"2030-01-01T12:00:00Z\"}",
                "{\"expiration\": \"soon\", \"conditions\": []}",
                "{\"expiration\": \"2030-01-01T12:00:00Z\", \"conditions\": {}}",
                "{\"expiration\": \"2030-01-01T12:00:00Z\", \"conditions\": []} x",
                "{\"EXPIRATION\": \"2030-01-01T12:00:00Z\", \"conditions\": []}"
            })
    void whatIsNoPolicyIsRefused(String document) {
        assertInvalid(() -> parse(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"acl\": \"private\", \"key\": \"a\"}",
                "{\"acl\": {}}",
                "\"acl\"",
                "[\"eq\", \"$acl\"]",
                "[\"eq\", \"acl\", \"private\"]",
                "[\"matches\", \"$acl\", \"private\"]",
                "[\"content-length-range\", 1]",
                "[\"content-length-range\", -1, 5]",
                "[[\"eq\", \"$acl\", \"private\"]]"
            })
    void whatIsNoConditionIsRefused(String condition) {
        assertInvalid(() -> policy(condition));
    }

    @Test
    void whatIsNotEncodedIsRefused() {
        assertInvalid(() -> PostPolicy.parse("{}"));
    }

    private static void assertInvalid(Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.error()).isEqualTo(S3Error.INVALID_POLICY_DOCUMENT);
                            assertThat(e.message()).startsWith("Invalid Policy: ");
                        });
    }
}
