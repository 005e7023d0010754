package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.PolicyFixture.ALICE;
import static io.dure.engines.objects.policy.PolicyFixture.OWNER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.assertMalformed;
import static io.dure.engines.objects.policy.PolicyFixture.document;
import static io.dure.engines.objects.policy.PolicyFixture.on;
import static io.dure.engines.objects.policy.PolicyFixture.parse;
import static io.dure.engines.objects.policy.PolicyFixture.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPolicyPropertyTests {
    private static final String SEED =
            """
            {"Version": "2012-10-17", "Id": "all", "Statement": [
             {"Sid": "1", "Effect": "Allow", "Principal": {"AWS": ["%s", "*"]},
              "Action": ["s3:GetObject", "s3:PutObject*"],
              "Resource": "arn:aws:s3:::photos/${aws:username, 'x'}/*",
              "Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "2001:db8::/32"]},
               "DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"},
               "ForAllValues:StringLike": {"aws:UserAgent": ["a*", "${*}"]},
               "NumericLessThanIfExists": {"s3:signatureAge": 600000},
               "Null": {"aws:Referer": true},
               "ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/*"}}},
             {"Effect": "Deny", "NotPrincipal": {"CanonicalUser": "%s"}, "NotAction": "s3:*",
              "NotResource": "arn:aws:s3:::photos", "Condition": {}}]}\
            """
                    .formatted(OWNER_ID, OWNER_ID);

    private static final PolicyRequest REQUEST =
            new PolicyRequest(
                    ALICE,
                    S3Action.GET_OBJECT,
                    ResourceArn.object("photos", "a/" + "b".repeat(1000)),
                    ConditionValues.builder()
                            .add(ConditionKey.SOURCE_IP, "10.0.0.1")
                            .add(ConditionKey.USER_AGENT, "a".repeat(8_000))
                            .add(ConditionKey.CURRENT_TIME, "2026-01-01T00:00:00Z")
                            .build());

    /// Reads it and asks it, unless it is refused.
    private static boolean isTaken(String text) {
        try {
            var policy = parse(text);
            policy.evaluate(REQUEST);
            policy.isPublic();
            policy.asksForObjectTags();
            return true;
        } catch (S3Exception e) {
            assertThat(e.error()).isEqualTo(S3Error.MALFORMED_POLICY);
            assertThat(e.message()).hasSizeLessThan(150);
            return false;
        }
    }

    @Test
    void aChangedPolicyIsTakenOrRefused() {
        var random = new Random(23);
        var taken = 0;
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder(SEED);
            for (var changes = random.nextInt(4); changes > 0; changes--) {
                change(text, random);
            }
            taken += isTaken(text.toString()) ? 1 : 0;
        }

        assertThat(taken).isBetween(1_000, 4_750);
    }

    private static void change(StringBuilder text, Random random) {
        var at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, (char) random.nextInt(256));
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.insert(at, "\"{}[]:,*?$\\".charAt(random.nextInt(11)));
            default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
        }
    }

    @Test
    void shuffledWordsAreTakenOrRefused() {
        var words =
                List.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"*\"",
                        "\"Statement\"",
                        "\"Effect\"",
                        "\"Allow\"",
                        "\"Principal\"",
                        "\"AWS\"",
                        "\"Action\"",
                        "\"s3:*\"",
                        "\"Resource\"",
                        "\"arn:aws:s3:::photos/*\"",
                        "\"Condition\"",
                        "\"Null\"",
                        "null",
                        "true",
                        "1e9",
                        "-0.5",
                        "\"${\"",
                        "\ud800",
                        "\u0000");
        var random = new Random(29);
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder("{");
            for (var count = random.nextInt(30); count > 0; count--) {
                text.append(words.get(random.nextInt(words.size())));
            }

            isTaken(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":", "[", "{", "{\"Statement\":[", "\"", "\\", ":", "0", "\ud800"})
    void whatRepeatsIsRefused(String text) {
        assertThat(isTaken("{\"Statement\":" + text.repeat(10_000 / text.length()))).isFalse();
    }

    /// Each would take seconds if some expression went back.
    @Test
    @Timeout(10)
    void noValueIsHardToRead() {
        var most = 19_000;
        var values =
                List.of(
                        "${" + " ".repeat(most),
                        "${aws:username" + ", ".repeat(most / 2),
                        "${aws:username, '" + "'".repeat(most),
                        "$".repeat(most),
                        ":".repeat(most) + "x",
                        "1".repeat(most),
                        "*".repeat(most),
                        "a.".repeat(most / 2) + "amazonaws.com!");
        for (var value : values) {
            isTaken(
                    document(
                            "2012-10-17",
                            on("Allow", "s3:GetObject", "arn:aws:s3:::photos/" + value)));
            isTaken(document("2012-10-17", on("Allow", "s3:" + value, "arn:aws:s3:::photos/*")));
            for (var operator :
                    List.of(
                            "StringLike",
                            "IpAddress",
                            "DateEquals",
                            "NumericEquals",
                            "ArnLike",
                            "Bool",
                            "BinaryEquals")) {
                var condition = "{\"" + operator + "\": {\"aws:UserAgent\": \"" + value + "\"}}";
                isTaken(
                        document(
                                "2012-10-17",
                                when("Deny", "s3:*", "arn:aws:s3:::photos/*", condition)));
            }
            for (var kind : List.of("AWS", "Service", "Federated", "CanonicalUser")) {
                isTaken(
                        document(
                                "2012-10-17",
                                on("Deny", "s3:*", "arn:aws:s3:::photos/*")
                                        .replace(
                                                "\"*\"", "{\"" + kind + "\": \"" + value + "\"}")));
            }
        }
    }

    @Test
    @Timeout(10)
    void variablesDoNotMakeALittlePolicyALargeText() {
        var value = "${aws:UserAgent}".repeat(1_200);
        var condition = "{\"StringNotLike\": {\"aws:UserAgent\": \"" + value + "*\"}}";
        var policy =
                parse(
                        document(
                                "2012-10-17",
                                when("Deny", "s3:*", "arn:aws:s3:::photos/*", condition)));

        for (var round = 0; round < 1_000; round++) {
            assertThat(policy.evaluate(REQUEST)).isEqualTo(PolicyVerdict.DENY);
        }
    }

    @Test
    @Timeout(10)
    void manyValuesAreNotHardEither() {
        var many = "\"s3:*\"" + ",\"s3:*?\"".repeat(2_200);
        var resources = "\"arn:aws:s3:::*\"" + ",\"arn:aws:s3:::*/*b*bc\"".repeat(700);

        for (var round = 0; round < 10; round++) {
            assertThat(isTaken(document("2012-10-17", inBrackets("\"s3:*\"", many)))).isTrue();
            assertThat(isTaken(document("2012-10-17", inBrackets("\"arn:aws:s3:::*\"", resources))))
                    .isTrue();
        }
    }

    private static String inBrackets(String one, String many) {
        return on("Deny", "s3:*", "arn:aws:s3:::*").replace(one, "[" + many + "]");
    }

    @Test
    void aDenialIsNeverOutweighed() {
        var random = new Random(31);
        var patterns = List.of("*", "a*", "a/?", "b", "*/b", "a/b");
        var keys = List.of("a", "b", "a/b", "a/c", "c/b");
        for (var round = 0; round < 500; round++) {
            var statements = new ArrayList<String>();
            for (var count = 1 + random.nextInt(5); count > 0; count--) {
                statements.add(
                        on(
                                random.nextBoolean() ? "Allow" : "Deny",
                                random.nextBoolean() ? "s3:Get*" : "s3:PutObject",
                                "arn:aws:s3:::photos/" + patterns.get(random.nextInt(6))));
            }
            var key = keys.get(random.nextInt(5));
            var alone =
                    statements.stream()
                            .map(each ->
                                    PolicyFixture.verdict(
                                            PolicyFixture.policy(each),
                                            ALICE,
                                            S3Action.GET_OBJECT,
                                            key))
                            .toList();

            var together =
                    PolicyFixture.verdict(
                            PolicyFixture.policy(statements.toArray(String[]::new)),
                            ALICE,
                            S3Action.GET_OBJECT,
                            key);

            assertThat(together).isEqualTo(alone.stream().min(Enum::compareTo).orElseThrow());
        }
    }

    @Test
    void depthIsBounded() {
        var deep = "{\"Statement\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertMalformed(() -> parse(deep), "This policy contains invalid Json");
    }
}
