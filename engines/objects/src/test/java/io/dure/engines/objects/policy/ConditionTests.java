package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.PolicyFixture.ALICE;
import static io.dure.engines.objects.policy.PolicyFixture.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {
    /// Whether all conditions hold for the values.
    private static boolean hold(String condition, ConditionValues values) {
        var element = JsonReader.read("{\"Condition\": " + condition + "}").get("Condition");
        return new ConditionReader(Language.V2012)
                .read(Objects.requireNonNull(element)).stream()
                        .allMatch(each -> each.holds(values));
    }

    private static boolean holds(String operator, String key, String values, ConditionValues of) {
        return hold("{\"%s\": {\"%s\": %s}}".formatted(operator, key, values), of);
    }

    private static ConditionValues of(ConditionKey key, String... values) {
        var builder = ConditionValues.builder();
        List.of(values).forEach(value -> builder.add(key, value));
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StringEquals",
                "StringEqualsIgnoreCase",
                "StringLike",
                "ArnEquals",
                "ArnLike",
                "BinaryEquals"
            })
    void anOperatorOfTextsFailsWithoutTheKey(String operator) {
        assertThat(holds(operator, "aws:Referer", "\"\"", ConditionValues.none())).isFalse();
        assertThat(holds(operator, "aws:Referer", "\"QQ==\"", ConditionValues.none())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NumericEquals",
                "NumericLessThan",
                "NumericLessThanEquals",
                "NumericGreaterThan",
                "NumericGreaterThanEquals",
                "DateEquals",
                "DateLessThan",
                "DateLessThanEquals",
                "DateGreaterThan",
                "DateGreaterThanEquals"
            })
    void anOperatorOfAmountsFailsWithoutTheKey(String operator) {
        assertThat(holds(operator, "s3:max-keys", "\"0\"", ConditionValues.none())).isFalse();
    }

    @Test
    void theOtherOperatorsFailWithoutTheKey() {
        var none = ConditionValues.none();

        assertThat(holds("Bool", "aws:SecureTransport", "false", none)).isFalse();
        assertThat(holds("IpAddress", "aws:SourceIp", "\"0.0.0.0/0\"", none)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "StringNotEquals,x",
        "StringNotEqualsIgnoreCase,x",
        "StringNotLike,*",
        "NumericNotEquals,1",
        "DateNotEquals,2026",
        "NotIpAddress,0.0.0.0/0",
        "ArnNotEquals,*",
        "ArnNotLike,*"
    })
    void aNegatedOperatorHoldsWithoutTheKey(String operator, String value) {
        var none = ConditionValues.none();

        assertThat(holds(operator, "aws:Referer", "\"" + value + "\"", none)).isTrue();
        assertThat(holds(operator + "IfExists", "aws:Referer", "\"" + value + "\"", none)).isTrue();
        assertThat(holds("ForAllValues:" + operator, "aws:Referer", "\"" + value + "\"", none))
                .isTrue();
        assertThat(holds("ForAnyValue:" + operator, "aws:Referer", "\"" + value + "\"", none))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,x",
        "StringLike,x",
        "NumericEquals,1",
        "DateLessThan,2026",
        "Bool,true",
        "BinaryEquals,QQ==",
        "IpAddress,10.0.0.1",
        "ArnLike,x"
    })
    void ifExistsHoldsWithoutTheKeyAndComparesWithIt(String operator, String value) {
        var quoted = "\"" + value + "\"";

        assertThat(holds(operator + "IfExists", "aws:Referer", quoted, ConditionValues.none()))
                .isTrue();
        assertThat(
                        holds(
                                operator + "IfExists",
                                "aws:Referer",
                                quoted,
                                of(ConditionKey.REFERER, "else")))
                .isFalse();
        assertThat(
                        holds(
                                "ForAnyValue:" + operator + "IfExists",
                                "aws:Referer",
                                quoted,
                                ConditionValues.none()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,true,false", "false,false,true", "True,true,false"})
    void nullIsTrueWithoutTheKey(String value, boolean without, boolean with) {
        var quoted = "\"" + value + "\"";

        assertThat(holds("Null", "aws:Referer", quoted, ConditionValues.none())).isEqualTo(without);
        assertThat(holds("Null", "aws:Referer", quoted, of(ConditionKey.REFERER, "")))
                .isEqualTo(with);
        assertThat(holds("Null", "aws:Referer", quoted, of(ConditionKey.REFERER, "x")))
                .isEqualTo(with);
        assertThat(holds("Null", "aws:Referer", "[true, false]", ConditionValues.none())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "StringEquals,a,a,true",
                "StringEquals,a,A,false",
                "StringEquals,a*,ab,false",
                "StringEquals,a*,a*,true",
                "StringNotEquals,a,a,false",
                "StringNotEquals,a,b,true",
                "StringEqualsIgnoreCase,ab,AB,true",
                "StringEqualsIgnoreCase,ab,abc,false",
                "StringNotEqualsIgnoreCase,ab,AB,false",
                "StringLike,a*c,abbc,true",
                "StringLike,a*c,Abbc,false",
                "StringLike,a?c,abbc,false",
                "StringLike,http://www.example.com/*,http://www.example.com/,true",
                "StringLike,http://www.example.com/*,http://example.com,false",
                "StringNotLike,a*,ab,false",
                "StringNotLike,a*,b,true",
                "BinaryEquals,QUI=,AB,true",
                "BinaryEquals,QUI=,QUI=,false"
            })
    void textsAreCompared(String operator, String value, String actual, boolean expected) {
        assertThat(
                        holds(
                                operator,
                                "aws:Referer",
                                "\"" + value + "\"",
                                of(ConditionKey.REFERER, actual)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NumericEquals,10,10,true",
        "NumericEquals,10,10.0,true",
        "NumericEquals,10,11,false",
        "NumericNotEquals,10,11,true",
        "NumericNotEquals,10,ten,true",
        "NumericLessThan,10,9,true",
        "NumericLessThan,10,10,false",
        "NumericLessThan,10,ten,false",
        "NumericLessThanEquals,10,10,true",
        "NumericGreaterThan,10,9,false",
        "NumericGreaterThan,-1,0,true",
        "NumericGreaterThan,1.2,1.3,true",
        "NumericGreaterThanEquals,10,10,true",
        "NumericEquals,999999999999999999,999999999999999999,true"
    })
    void numbersAreCompared(String operator, String value, String actual, boolean expected) {
        var request = of(ConditionKey.MAX_KEYS, actual);

        assertThat(holds(operator, "s3:max-keys", "\"" + value + "\"", request))
                .isEqualTo(expected);
        assertThat(holds(operator, "s3:max-keys", value, request)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DateEquals,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,true",
        "DateEquals,2026,2026-01-01T00:00:00Z,true",
        "DateEquals,2026-01,2026-01-01T00:00:00Z,true",
        "DateEquals,2026-01-01,2026-01-01T00:00:00.000Z,true",
        "DateEquals,2026-01-01T09:00+09:00,2026-01-01T00:00:00Z,true",
        "DateEquals,1767225600,2026-01-01T00:00:00Z,true",
        "DateEquals,2026-01-01T00:00:00Z,1767225600,true",
        "DateNotEquals,2026,2026-01-01T00:00:00Z,false",
        "DateNotEquals,2026,2026-01-01T00:00:01Z,true",
        "DateLessThan,2026,2025-12-31T23:59:59Z,true",
        "DateLessThan,2026,2026-01-01T00:00:00Z,false",
        "DateLessThanEquals,2026,2026-01-01T00:00:00Z,true",
        "DateGreaterThan,2026,2026-01-01T00:00:00.1Z,true",
        "DateGreaterThan,2026,soon,false",
        "DateGreaterThanEquals,2026,2026-01-01T00:00:00Z,true"
    })
    void datesAreCompared(String operator, String value, String actual, boolean expected) {
        assertThat(
                        holds(
                                operator,
                                "aws:CurrentTime",
                                "\"" + value + "\"",
                                of(ConditionKey.CURRENT_TIME, actual)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "10.1.2.3/8,10.9.9.9,true",
        "192.0.2.7,192.0.2.7,true",
        "192.0.2.7,192.0.2.8,false",
        "192.0.2.0/25,192.0.2.127,true",
        "192.0.2.0/25,192.0.2.128,false",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "2001:DB8:1234:5678::/64,2001:db8:1234:5678::9,true",
        "2001:DB8:1234:5678::/64,2001:db8:1234:5679::9,false",
        "2001:db8::1,2001:db8::1,true",
        "::/0,2001:db8::1,true",
        "10.0.0.0/8,::ffff:10.0.0.1,true",
        "10.0.0.0/8,not-an-address,false",
        "10.0.0.0/8,localhost,false"
    })
    void addressesAreCompared(String network, String actual, boolean expected) {
        var request = of(ConditionKey.SOURCE_IP, actual);

        assertThat(holds("IpAddress", "aws:SourceIp", "\"" + network + "\"", request))
                .isEqualTo(expected);
        assertThat(holds("NotIpAddress", "aws:SourceIp", "\"" + network + "\"", request))
                .isEqualTo(!expected);
    }

    /// The IAM User Guide's example first.
    @ParameterizedTest
    @CsvSource({
        "arn:aws:s:*:111122223333:f/*,arn:aws:s:us-east-2:999999999999:s/abc:111122223333:f/d,false",
        "arn:aws:iam::*:user/*,arn:aws:iam::1:user/DK,true",
        "arn:aws:iam::1:user/DK,arn:aws:iam::1:user/DK,true",
        "arn:aws:iam::1:user/DK,arn:aws:iam::1:user/dk,false",
        "arn:aws:iam::1:*,arn:aws:iam::1:user/a:b,true",
        "arn:*:iam::?:user/*,arn:aws:iam::1:user/DK,true",
        "*,arn:aws:iam::1:user/DK,true",
        "arn:aws:*,arn:aws:iam::1:user/DK,true",
        "arn:aws:iam,arn:aws:iam::1:user/DK,false",
        "*,user/DK,false"
    })
    void partsOfArnsAreCompared(String pattern, String actual, boolean expected) {
        var request = of(ConditionKey.PRINCIPAL_ARN, actual);

        for (var operator : List.of("ArnEquals", "ArnLike")) {
            assertThat(holds(operator, "aws:PrincipalArn", "\"" + pattern + "\"", request))
                    .isEqualTo(expected);
        }
        for (var operator : List.of("ArnNotEquals", "ArnNotLike")) {
            assertThat(holds(operator, "aws:PrincipalArn", "\"" + pattern + "\"", request))
                    .isEqualTo(!expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,true,true", "false,true,false", "TRUE,true,true", "false,false,true"})
    void truthIsCompared(String value, String actual, boolean expected) {
        assertThat(
                        holds(
                                "Bool",
                                "aws:SecureTransport",
                                "\"" + value + "\"",
                                of(ConditionKey.SECURE_TRANSPORT, actual)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,a,true",
        "StringEquals,b,true",
        "StringEquals,c,false",
        "StringNotEquals,a,false",
        "StringNotEquals,b,false",
        "StringNotEquals,c,true"
    })
    void severalValuesAreOrAndNegatedNor(String operator, String actual, boolean expected) {
        assertThat(
                        holds(
                                operator,
                                "aws:Referer",
                                "[\"a\", \"b\"]",
                                of(ConditionKey.REFERER, actual)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"x,y,true", "x,z,false", "z,y,false", "z,z,false"})
    void allKeysAndOperatorsMustHold(String referer, String agent, boolean expected) {
        var request =
                ConditionValues.builder()
                        .add(ConditionKey.REFERER, referer)
                        .add(ConditionKey.USER_AGENT, agent)
                        .build();

        assertThat(
                        hold(
                                "{\"StringEquals\": {\"aws:Referer\": \"x\", \"aws:UserAgent\": \"y\"}}",
                                request))
                .isEqualTo(expected);
        assertThat(
                        hold(
                                "{\"StringEquals\": {\"aws:Referer\": \"x\"},"
                                        + " \"StringLike\": {\"aws:UserAgent\": \"y\"}}",
                                request))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ForAllValues:StringEquals,-,true",
                "ForAllValues:StringEquals,'',true",
                "ForAllValues:StringEquals,a,true",
                "ForAllValues:StringEquals,a b,true",
                "ForAllValues:StringEquals,a c,false",
                "ForAllValues:StringNotEquals,c d,true",
                "ForAllValues:StringNotEquals,a c,false",
                "ForAnyValue:StringEquals,-,false",
                "ForAnyValue:StringEquals,'',false",
                "ForAnyValue:StringEquals,a c,true",
                "ForAnyValue:StringEquals,c d,false",
                "ForAnyValue:StringNotEquals,a b,false",
                "ForAnyValue:StringNotEquals,a c,true",
                "ForAnyValue:StringNotEquals,-,false",
                "StringEquals,a c,true",
                "StringEquals,c d,false",
                "StringNotEquals,a c,false",
                "StringNotEquals,c d,true"
            })
    void setsAreCompared(String operator, String actual, boolean expected) {
        var request =
                actual == null
                        ? ConditionValues.none()
                        : of(ConditionKey.REQUEST_OBJECT_TAG_KEYS, actual.split(" ", -1));

        assertThat(holds(operator, "s3:RequestObjectTagKeys", "[\"a\", \"b\"]", request))
                .isEqualTo(expected);
    }

    @Test
    void namesOfKeysAndTagsHaveNoCase() {
        var request =
                ConditionValues.builder()
                        .add(ConditionKey.USER_AGENT, "x")
                        .addTag(ConditionKey.EXISTING_OBJECT_TAG, "Team", "red")
                        .build();

        assertThat(holds("StringEquals", "AWS:userAGENT", "\"x\"", request)).isTrue();
        assertThat(holds("StringEquals", "s3:existingobjecttag/TEAM", "\"red\"", request)).isTrue();
        assertThat(holds("StringEquals", "s3:ExistingObjectTag/Team", "\"RED\"", request))
                .isFalse();
    }

    @Test
    void theRequesterSaysWhoItIs() {
        var ofAlice = ConditionValues.none().with(ALICE);
        var ofAnybody = ConditionValues.none().with(ANYBODY);

        assertThat(holds("StringEquals", "aws:username", "\"DKALICE\"", ofAlice)).isTrue();
        assertThat(holds("StringEquals", "aws:PrincipalType", "\"User\"", ofAlice)).isTrue();
        assertThat(holds("ArnLike", "aws:PrincipalArn", "\"arn:aws:iam::*:user/*\"", ofAlice))
                .isTrue();
        assertThat(holds("StringEquals", "aws:PrincipalType", "\"Anonymous\"", ofAnybody)).isTrue();
        assertThat(holds("StringEquals", "aws:userid", "\"anonymous\"", ofAnybody)).isTrue();
        assertThat(holds("Null", "aws:username", "true", ofAnybody)).isTrue();
        assertThat(holds("Null", "aws:PrincipalArn", "true", ofAnybody)).isTrue();
        assertThat(holds("Null", "aws:PrincipalAccount", "true", ofAnybody)).isTrue();
    }

    @Test
    void noCallerCanSayWhoTheRequesterIs() {
        var forged =
                ConditionValues.builder().add(ConditionKey.USER_NAME, "DKBOB").build().with(ALICE);

        assertThat(holds("StringEquals", "aws:username", "\"DKALICE\"", forged)).isTrue();
        assertThat(holds("StringEquals", "aws:username", "\"DKBOB\"", forged)).isFalse();
    }

    @Test
    void aTagNeedsItsName() {
        assertThatThrownBy(
                        () -> ConditionValues.builder().add(ConditionKey.EXISTING_OBJECT_TAG, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConditionValues.builder().addTag(ConditionKey.PREFIX, "x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDoesNotComeWithTheActionIsNotBrought() {
        var notHome = "{\"StringNotLike\": {\"s3:prefix\": \"home/*\"}}";

        assertThat(hold(notHome, askingFor(S3Action.LIST_BUCKET))).isFalse();
        assertThat(hold(notHome, askingFor(S3Action.GET_OBJECT))).isTrue();
    }

    private static ConditionValues askingFor(S3Action action) {
        return ConditionValues.builder(action).add(ConditionKey.PREFIX, "home/a").build();
    }
}
