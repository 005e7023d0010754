package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.PolicyFixture.OTHER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.OWNER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.assertMalformed;
import static io.dure.engines.objects.policy.PolicyFixture.document;
import static io.dure.engines.objects.policy.PolicyFixture.on;
import static io.dure.engines.objects.policy.PolicyFixture.parse;
import static io.dure.engines.objects.policy.PolicyFixture.policy;
import static io.dure.engines.objects.policy.PolicyFixture.statement;
import static io.dure.engines.objects.policy.PolicyFixture.when;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPolicyParsingTests {
    private static final String OBJECTS = "arn:aws:s3:::photos/*";
    private static final String FULL =
            "\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::photos/*\"";

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "policy", " {}", "\ufeff{}", "\"{}\"", "null"})
    void whatDoesNotBeginWithABraceIsNoPolicy(String text) {
        assertMalformed(
                () -> parse(text), "Policies must be valid JSON and the first byte must be '{'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{true}",
                "{asdf",
                "{\"Statement\": [",
                "{\"Statement\": []} x",
                "{}{}",
                "{'Statement': []}",
                "{\"Statement\": [],}",
                "{\"Id\": \"a\", \"Id\": \"a\", \"Statement\": []}",
                "{\"Id\": \"a\", \"\\u0049d\": \"a\", \"Statement\": []}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Effect\": \"Deny\"}}",
                "{\"Statement\": [[[[[[[[[]]]]]]]]]}",
                "{\"Id\": \"\u0001\"}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertMalformed(() -> parse(text), "This policy contains invalid Json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Missing required field Statement",
                "{\"Statement\": []} | Could not parse the policy: Statement is empty!",
                "{\"Statement\": \"x\"} | Invalid policy syntax.",
                "{\"Statement\": [null]} | Invalid policy syntax.",
                "{\"Id\": 1, \"Statement\": []} | Invalid policy syntax.",
                "{\"statement\": []} | Unknown field statement",
                "{\"Policy\": \"\", \"Statement\": []} | Unknown field Policy",
                "{\"Version\": \"2012-10-16\"} | The policy must contain a valid version string",
                "{\"Version\": \"\"} | The policy must contain a valid version string",
                "{\"Version\": 1} | The policy must contain a valid version string"
            })
    void whatIsNoPolicyIsRefused(String text, String words) {
        assertMalformed(() -> parse(text), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Effect\":\"Allow\", | | Missing required field Effect",
                "\"Allow\" | \"allow\" | Invalid effect: allow",
                "\"Allow\" | null | Invalid policy syntax.",
                "\"Principal\":\"*\", | | Missing required field Principal",
                "\"Action\":\"s3:GetObject\", | | Missing required field Action",
                ",\"Resource\":\"arn:aws:s3:::photos/*\" | | Missing required field Resource",
                "\"Effect\" | \"condition\":{},\"Effect\" | Unknown field condition",
                "\"Effect\" | \"Sid\":1,\"Effect\" | Invalid policy syntax.",
                "\"Action\" | \"NotAction\":\"s3:*\",\"Action\" | Invalid policy syntax.",
                "\"Principal\" | \"NotPrincipal\":\"*\",\"Principal\" | Invalid policy syntax.",
                "\"Resource\" | \"NotResource\":\"x\",\"Resource\" | Invalid policy syntax.",
                "\"Principal\" | \"NotPrincipal\" | Allow with NotPrincipal is not allowed.",
                "\"s3:GetObject\" | null | Invalid policy syntax.",
                "\"s3:GetObject\" | {} | Invalid policy syntax.",
                "\"s3:GetObject\" | [] | Policy has invalid action",
                "\"s3:GetObject\" | [\"s3:GetObject\", 1] | Invalid policy syntax.",
                "\"arn:aws:s3:::photos/*\" | [] | Policy has invalid resource",
                "\"arn:aws:s3:::photos/*\" | 1 | Invalid policy syntax."
            })
    void whatIsNoStatementIsRefused(String part, String instead, String words) {
        var fields = FULL.replace(part, instead == null ? "" : instead);

        assertMalformed(() -> policy("{" + fields + "}"), words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3",
                "s3:",
                "GetObject",
                "s4:GetObject",
                "ss3:GetObject",
                "s3::GetObject",
                "s3:Get-Object",
                "s3:GetObject ",
                "s3:????",
                "s3:*:",
                "*GetObject",
                "s3:PutBucketLifecycle",
                "s3:PutObjectLockConfiguration",
                "ec2:*"
            })
    void anActionThatS3DoesNotKnowIsRefused(String action) {
        assertMalformed(() -> policy(on("Allow", action, OBJECTS)), "Policy has invalid action");
    }

    @ParameterizedTest
    @CsvSource({
        "s3:getobject,arn:aws:s3:::photos/*",
        "S3:GETOBJECT,arn:aws:s3:::photos/*",
        "s3:RestoreObject,arn:aws:s3:::photos/*",
        "s3:Replicate*,arn:aws:s3:::photos/*",
        "s3:PutReplicationConfiguration,arn:aws:s3:::photos",
        "s3:PutBucketWebsite,arn:aws:s3:::photos",
        "*,arn:aws:s3:::photos",
        "*,arn:aws:s3:::photos/*",
        "s3:*,arn:aws:s3:::*",
        "s3:ListBucket,arn:aws:s3:::*",
        "s3:ListBucket,arn:aws:s3:::phot?s",
        "s3:GetObject,arn:aws:s3:::*/*",
        "s3:GetObject,arn:aws:s3:::photos*",
        "s3:GetObject,arn:aws:s3:::photos/a?/*",
        "s3:Get*,arn:aws:s3:::photos"
    })
    void anActionThatS3KnowsIsTaken(String action, String resource) {
        assertThatCode(() -> policy(on("Allow", action, resource))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "photos/*",
                "arn:aws:s3:::",
                "arn:aws:s3:::/photos",
                "arn:aws:s3:::other",
                "arn:aws:s3:::other/*",
                "arn:aws:s3:::photos2/*",
                "arn:aws:s3:::prefix-photos",
                "arn:aws:s3:::othe?/*",
                "arn:aws:iam:::photos",
                "arn:aws:s3:us-east-1:123456789012:accesspoint/x",
                "ARN:AWS:S3:::photos/*"
            })
    void aResourceOutsideTheBucketIsRefused(String resource) {
        assertMalformed(() -> policy(on("Allow", "s3:*", resource)), "Policy has invalid resource");
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject,arn:aws:s3:::photos",
        "s3:GetObjec?,arn:aws:s3:::photos",
        "s3:Abort*,arn:aws:s3:::photos",
        "s3:???Object,arn:aws:s3:::photos",
        "s3:RestoreObject,arn:aws:s3:::photos",
        "s3:ListBucket,arn:aws:s3:::photos/*",
        "s3:GetBucket*,arn:aws:s3:::photos/*",
        "s3:ListAllMyBuckets,arn:aws:s3:::*"
    })
    void anActionOnNothingThatTheStatementNamesIsRefused(String action, String resource) {
        assertMalformed(
                () -> policy(on("Allow", action, resource)),
                "Action does not apply to any resource(s) in statement");
    }

    @Test
    void oneActionOnNothingSpoilsAll() {
        var statement =
                """
                {"Effect": "Allow", "Principal": "*", "Resource": "arn:aws:s3:::photos/*",
                 "Action": ["s3:GetObject", "s3:ListBucket"]}\
                """;

        assertMalformed(
                () -> policy(statement), "Action does not apply to any resource(s) in statement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"DKALICE\"",
                "\"arn:aws:iam::" + OWNER_ID + ":root\"",
                "[]",
                "[\"*\"]",
                "{}",
                "null",
                "{\"AWS\": \"\"}",
                "{\"AWS\": []}",
                "{\"AWS\": {}}",
                "{\"AWS\": 123456789012}",
                "{\"AWS\": \"12345678901\"}",
                "{\"AWS\": \"arn:aws:iam::tenant:root\"}",
                "{\"AWS\": \"arn:aws:iam::" + OWNER_ID + ":user/*\"}",
                "{\"AWS\": \"arn:aws:iam::" + OWNER_ID + ":user/\"}",
                "{\"AWS\": \"arn:aws:iam::" + OWNER_ID + ":role/Admin\"}",
                "{\"AWS\": \"arn:aws:iam::" + OWNER_ID + ":\"}",
                "{\"AWS\": \"arn:aws:iam::*:root\"}",
                "{\"AWS\": \"AIDAEXAMPLE\"}",
                "{\"AWS\": \"1-1-1-1-1\"}",
                "{\"Aws\": \"*\"}",
                "{\"Service\": \"*\"}",
                "{\"Service\": \"example.com\"}",
                "{\"CanonicalUser\": \"*\"}",
                "{\"CanonicalUser\": \"me\"}",
                "{\"Federated\": \"*\"}"
            })
    void whatIsNoPrincipalIsRefused(String principal) {
        assertMalformed(() -> policy(statement("Allow", principal)), "Invalid principal in policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "{\"AWS\": \"*\"}",
                "{\"AWS\": [\"*\"]}",
                "{\"AWS\": \"" + OWNER_ID + "\"}",
                "{\"AWS\": \"arn:aws:iam::" + OTHER_ID + ":user/DK1\"}",
                "{\"AWS\": [\"123456789012\", \"arn:aws:iam::123456789012:role/Admin\"]}",
                "{\"AWS\": \"arn:aws:sts::123456789012:assumed-role/Admin/me\"}",
                "{\"CanonicalUser\": \"" + OWNER_ID + "\"}",
                "{\"Service\": [\"cloudfront.amazonaws.com\", \"logging.s3.amazonaws.com\"]}",
                "{\"Federated\": \"cognito-identity.amazonaws.com\"}"
            })
    void aPrincipalThatCouldBeIsTaken(String principal) {
        assertThatCode(() -> policy(statement("Deny", principal))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | Invalid policy syntax.",
                "{\"StringEquals\": \"x\"} | Invalid policy syntax.",
                "{\"StringEquals\": {\"aws:Referer\": []}} | Invalid policy syntax.",
                "{\"StringEquals\": {\"aws:Referer\": null}} | Invalid policy syntax.",
                "{\"StringEquals\": {\"aws:Referer\": [[\"x\"]]}} | Invalid policy syntax.",
                "{\"stringequals\": {\"aws:Referer\": \"x\"}} | Invalid Condition type : stringequals",
                "{\"StringIs\": {\"aws:Referer\": \"x\"}} | Invalid Condition type : StringIs",
                "{\"NullIfExists\": {\"aws:Referer\": \"true\"}} | Invalid Condition type : NullIfExists",
                "{\"ForAllValues:Null\": {\"aws:Referer\": \"true\"}} | Invalid Condition type : ForAllValues:Null",
                "{\"ForSomeValues:Bool\": {\"aws:Referer\": \"true\"}} | Invalid Condition type : ForSomeValues:Bool",
                "{\"StringEqualsIfExistsIfExists\": {\"aws:Referer\": \"x\"}} | Invalid Condition type : StringEqualsIfExistsIfExists",
                "{\"StringEquals\": {\"s3:VersionStatus\": \"x\"}} | Policy has an invalid condition key",
                "{\"StringEquals\": {\"s3:x-acl\": \"x\"}} | Policy has an invalid condition key",
                "{\"StringEquals\": {\"aws:Foo\": \"x\"}} | Policy has an invalid condition key",
                "{\"StringEquals\": {\"prefix\": \"x\"}} | Policy has an invalid condition key",
                "{\"StringEquals\": {\"s3:ExistingObjectTag\": \"x\"}} | Policy has an invalid condition key",
                "{\"StringEquals\": {\"s3:ExistingObjectTag/\": \"x\"}} | Policy has an invalid condition key",
                "{\"Null\": {\"s3:VersionStatus\": \"true\"}} | Policy has an invalid condition key",
                "{\"StringEquals\": {\"s3:prefix\": \"x\"}} | Conditions do not apply to combination of actions and resources in statement",
                "{\"Null\": {\"s3:x-amz-acl\": true}} | Conditions do not apply to combination of actions and resources in statement",
                "{\"IpAddress\": {\"aws:SourceIp\": \"123\"}} | Invalid IP address in Conditions",
                "{\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/33\"}} | Invalid IP address in Conditions",
                "{\"IpAddress\": {\"aws:SourceIp\": \"10.0.0\"}} | Invalid IP address in Conditions",
                "{\"IpAddress\": {\"aws:SourceIp\": \"localhost\"}} | Invalid IP address in Conditions",
                "{\"IpAddress\": {\"aws:SourceIp\": \"fe80::1%lo\"}} | Invalid IP address in Conditions",
                "{\"NotIpAddress\": {\"aws:SourceIp\": \"2001:db8::/129\"}} | Invalid IP address in Conditions",
                "{\"NumericEquals\": {\"s3:signatureAge\": \"ten\"}} | Invalid number in Conditions",
                "{\"NumericEquals\": {\"s3:signatureAge\": 1e999999999}} | Invalid number in Conditions",
                "{\"DateLessThan\": {\"aws:CurrentTime\": \"soon\"}} | Invalid date in Conditions",
                "{\"Bool\": {\"aws:SecureTransport\": \"yes\"}} | Invalid Boolean in Conditions",
                "{\"Null\": {\"aws:Referer\": \"yes\"}} | Invalid Boolean in Conditions",
                "{\"BinaryEquals\": {\"aws:Referer\": \"?\"}} | Invalid Base64 in Conditions",
                "{\"StringEquals\": {\"aws:Referer\": \"${aws:username\"}} | Invalid policy syntax.",
                "{\"StringEquals\": {\"aws:Referer\": \"${aws:name}\"}} | Policy has an invalid condition key"
            })
    void whatIsNoConditionIsRefused(String condition, String words) {
        var statement = when("Allow", "s3:GetObject", OBJECTS, condition);

        assertMalformed(() -> policy(statement), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:* | {\"StringLike\": {\"s3:prefix\": \"a/*\"}}",
                "s3:List* | {\"StringLike\": {\"S3:PREFIX\": \"a/*\"}}",
                "s3:* | {\"NumericLessThan\": {\"s3:TlsVersion\": 1.2}}",
                "s3:* | {\"Bool\": {\"aws:SecureTransport\": false}}",
                "s3:* | {\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}",
                "s3:* | {\"StringEquals\": {\"aws:PrincipalTag/team\": [\"a\", \"b\"]}}",
                "s3:* | {}"
            })
    void aConditionThatComesWithSomeOfTheActionsIsTaken(String action, String condition) {
        assertThatCode(() -> policy(when("Deny", action, "arn:aws:s3:::photos*", condition)))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyMustComeWithEveryActionThatIsNamed() {
        var statement =
                """
                {"Effect": "Allow", "Principal": "*", "Resource": "arn:aws:s3:::photos",
                 "Action": ["s3:ListBucket", "s3:ListBucketMultipartUploads"],
                 "Condition": {"StringLike": {"s3:prefix": "a/*"}}}\
                """;

        assertMalformed(
                () -> policy(statement),
                "Conditions do not apply to combination of actions and resources in statement");
    }

    @Test
    void whiteSpaceBetweenTokensDoesNotCount() {
        var resource = OBJECTS.replace("*", "é".repeat(10_100) + "*");
        var inside = document("2012-10-17", on("Allow", "s3:GetObject", resource));

        assertThatCode(() -> parse(inside.replace(",", ",\n" + " ".repeat(5_000))))
                .doesNotThrowAnyException();
        assertMalformed(
                () -> parse(inside.replace("photos/", "photos/" + " ".repeat(300))),
                "Normalized policy document exceeds the maximum allowed size of 20480 bytes");
    }

    @Test
    void noDocumentOfAnySizeIsRead() {
        assertMalformed(
                () -> parse("{" + " ".repeat(10_000_000) + "}"),
                "Normalized policy document exceeds the maximum allowed size of 20480 bytes");
    }

    @Test
    void whatIsQuotedFromAPolicyIsShortAndPrintable() {
        assertMalformed(() -> parse("{\"\\u0000한\": 1, \"Statement\": []}"), "Unknown field ??");
        assertMalformed(
                () -> parse("{\"" + "x".repeat(1000) + "\": 1}"),
                "Unknown field " + "x".repeat(64));
    }
}
