package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.PolicyFixture.OTHER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.OWNER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.on;
import static io.dure.engines.objects.policy.PolicyFixture.policy;
import static io.dure.engines.objects.policy.PolicyFixture.statement;
import static io.dure.engines.objects.policy.PolicyFixture.when;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPolicyTests {
    private static final String OBJECTS = "arn:aws:s3:::photos/*";
    private static final String CONFINED =
            when("Allow", "s3:*", OBJECTS, "{\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/32\"}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Allow | \"*\" | true",
                "Allow | {\"AWS\": \"*\"} | true",
                "Allow | {\"AWS\": [\"" + OWNER_ID + "\", \"*\"]} | true",
                "Allow | {\"Federated\": \"graph.facebook.com\"} | true",
                "Allow | {\"Federated\": \"arn:aws:iam::123456789012:saml-provider/x\"} | false",
                "Allow | {\"AWS\": \"" + OWNER_ID + "\"} | false",
                "Allow | {\"AWS\": \"" + OTHER_ID + "\"} | false",
                "Allow | {\"AWS\": \"arn:aws:iam::123456789012:root\"} | false",
                "Allow | {\"Service\": \"cloudfront.amazonaws.com\"} | false",
                "Deny | \"*\" | false"
            })
    void whatIsGrantedToEveryoneIsPublic(String effect, String principal, boolean expected) {
        assertThat(policy(statement(effect, principal)).isPublic()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}} | false",
                "{\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.7\"}} | false",
                "{\"IpAddress\": {\"aws:SourceIp\": \"0.0.0.0/1\"}} | true",
                "{\"IpAddress\": {\"aws:SourceIp\": \"8.0.0.0/7\"}} | true",
                "{\"IpAddress\": {\"aws:SourceIp\": [\"10.0.0.0/8\", \"0.0.0.0/0\"]}} | true",
                "{\"IpAddress\": {\"aws:SourceIp\": \"2001:db8::/32\"}} | false",
                "{\"IpAddress\": {\"aws:SourceIp\": \"2000::/31\"}} | true",
                "{\"IpAddressIfExists\": {\"aws:SourceIp\": \"10.0.0.0/8\"}} | true",
                "{\"ForAllValues:IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}} | true",
                "{\"NotIpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}} | true",
                "{\"StringEquals\": {\"aws:SourceVpc\": \"vpc-91237329\"}} | false",
                "{\"StringLike\": {\"aws:SourceVpc\": \"vpc-*\"}} | true",
                "{\"StringEquals\": {\"aws:SourceVpc\": \"vpc-*\"}} | true",
                "{\"StringLike\": {\"aws:SourceVpc\": \"vpc-1\"}} | false",
                "{\"StringEquals\": {\"aws:SourceVpc\": [\"vpc-1\", \"vpc-?\"]}} | true",
                "{\"StringNotEquals\": {\"aws:SourceVpc\": \"vpc-1\"}} | true",
                "{\"StringEqualsIfExists\": {\"aws:SourceVpc\": \"vpc-1\"}} | true",
                "{\"ForAllValues:StringEquals\": {\"aws:PrincipalOrgPaths\": \"o/r/u\"}} | true",
                "{\"ForAnyValue:StringEquals\": {\"aws:PrincipalOrgPaths\": \"o/r/u\"}} | false",
                "{\"StringEquals\": {\"aws:SourceVpc\": \"${aws:username}\"}} | true",
                "{\"ArnEquals\": {\"AWS:principalarn\": \"arn:aws:iam::1:user/x\"}} | false",
                "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::1:user/*\"}} | true",
                "{\"StringEquals\": {\"aws:PrincipalAccount\": \"123456789012\"}} | false",
                "{\"StringEquals\": {\"aws:userid\": \"DKALICE\"}} | false",
                "{\"StringLike\": {\"aws:userid\": \"AROAEXAMPLE:*\"}} | true",
                "{\"StringEquals\": {\"aws:userid\": \"AROAEXAMPLE:me\"}} | true",
                "{\"ArnLike\": {\"s3:DataAccessPointArn\": \"arn:aws:s3:us-west-2:123456789012:accesspoint/*\"}} | false",
                "{\"ArnLike\": {\"s3:DataAccessPointArn\": \"arn:aws:s3:us-west-2:*:accesspoint/*\"}} | true",
                "{\"StringEquals\": {\"aws:Referer\": \"https://example.com/\"}} | true",
                "{\"StringEquals\": {\"aws:username\": \"DKALICE\"}} | true",
                "{\"Bool\": {\"aws:SecureTransport\": true}} | true",
                "{\"Null\": {\"aws:SourceVpc\": false}} | true",
                "{\"StringEquals\": {\"aws:Referer\": \"x\", \"aws:SourceVpc\": \"vpc-1\"}} | false"
            })
    void aConditionConfinesByFixedValues(String condition, boolean expected) {
        assertThat(policy(when("Allow", "s3:*", OBJECTS, condition)).isPublic())
                .isEqualTo(expected);
    }

    @Test
    void oneOpenStatementMakesThePolicyPublic() {
        assertThat(policy(CONFINED).isPublic()).isFalse();
        assertThat(policy(CONFINED, on("Allow", "s3:GetObject", OBJECTS)).isPublic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:GetObject", "s3:RestoreObject", "s3:PutObject"})
    void whatIsGrantedDoesNotMatter(String action) {
        assertThat(policy(on("Allow", action, OBJECTS)).isPublic()).isTrue();
    }

    @Test
    void whatIsDeniedBesidesDoesNotMatter() {
        var policy = policy(on("Allow", "s3:*", OBJECTS), on("Deny", "s3:*", OBJECTS));

        assertThat(policy.isPublic()).isTrue();
    }
}
