package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.PolicyFixture.ALICE;
import static io.dure.engines.objects.policy.PolicyFixture.ANYBODY;
import static io.dure.engines.objects.policy.PolicyFixture.BOB;
import static io.dure.engines.objects.policy.PolicyFixture.document;
import static io.dure.engines.objects.policy.PolicyFixture.on;
import static io.dure.engines.objects.policy.PolicyFixture.parse;
import static io.dure.engines.objects.policy.PolicyFixture.policy;
import static io.dure.engines.objects.policy.PolicyFixture.verdict;
import static io.dure.engines.objects.policy.PolicyFixture.when;
import static io.dure.engines.objects.policy.PolicyVerdict.ALLOW;
import static io.dure.engines.objects.policy.PolicyVerdict.DENY;
import static io.dure.engines.objects.policy.PolicyVerdict.NOTHING_SAID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyVariableTests {
    private static final String HOME = "arn:aws:s3:::photos/home/${aws:username}/*";

    private static boolean matches(String template, String text) {
        var values =
                ConditionValues.builder()
                        .add(ConditionKey.PREFIX, "a*b")
                        .add(ConditionKey.REQUEST_OBJECT_TAG_KEYS, "x")
                        .add(ConditionKey.REQUEST_OBJECT_TAG_KEYS, "y")
                        .build();
        return Template.parse(template, Language.V2012, Template.Wildcards.WILD)
                .matches(text, values);
    }

    @Test
    void everyKeyHasAHomeOfItsOwn() {
        var policy = policy(on("Allow", "s3:GetObject", HOME));

        assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "home/DKALICE/a")).isEqualTo(ALLOW);
        assertThat(verdict(policy, BOB, S3Action.GET_OBJECT, "home/DKALICE/a"))
                .isEqualTo(NOTHING_SAID);
    }

    @Test
    void aResourceWhoseVariableHasNoValueIsNone() {
        var allow = policy(on("Allow", "s3:GetObject", HOME));
        var deny =
                policy(on("Deny", "s3:GetObject", HOME).replace("\"Resource\"", "\"NotResource\""));

        assertThat(verdict(allow, ANYBODY, S3Action.GET_OBJECT, "home//a")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(deny, ANYBODY, S3Action.GET_OBJECT, "home//a")).isEqualTo(DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals,NOTHING_SAID",
        "StringLike,NOTHING_SAID",
        "StringNotEquals,DENY",
        "StringNotLike,DENY"
    })
    void aVariableWithoutAValueEqualsNothing(String operator, PolicyVerdict expected) {
        var condition = "{\"" + operator + "\": {\"aws:userid\": \"${aws:username}\"}}";
        var policy = policy(when("Deny", "s3:*", "arn:aws:s3:::photos/*", condition));

        assertThat(verdict(policy, ANYBODY)).isEqualTo(expected);
    }

    @Test
    void variablesAreTextBeforeTheirVersion() {
        var old = parse(document("2008-10-17", on("Allow", "s3:GetObject", HOME)));
        var unsaid = parse("{\"Statement\": " + on("Allow", "s3:GetObject", HOME) + "}");

        for (var policy : new BucketPolicy[] {old, unsaid}) {
            assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "home/DKALICE/a"))
                    .isEqualTo(NOTHING_SAID);
            assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "home/${aws:username}/a"))
                    .isEqualTo(ALLOW);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${s3:prefix} | a*b | true",
                "${S3:PREFIX} | a*b | true",
                "${ s3:prefix } | a*b | true",
                "${s3:prefix} | aXb | false",
                "x${s3:prefix}*y | xa*b--y | true",
                "${s3:delimiter} | | false",
                "${s3:delimiter, '/'} | / | true",
                "${s3:delimiter,'/'} | / | true",
                "${s3:delimiter, '*'} | x | false",
                "${s3:delimiter, ''} | `` | true",
                "${s3:prefix, 'c'} | c | false",
                "${s3:RequestObjectTagKeys} | x | false",
                "${*} | * | true",
                "${*} | x | false",
                "${?} | ? | true",
                "${?} | x | false",
                "${$}{s3:prefix} | ${s3:prefix} | true",
                "$ | $ | true",
                "$s3:prefix | $s3:prefix | true"
            })
    void aVariableIsReplacedByText(String template, String text, boolean expected) {
        assertThat(matches(template, text == null ? "" : text)).isEqualTo(expected);
    }

    @Test
    void aVariableInTheBucketsNameIsJudgedByTheRequest() {
        var resource = "arn:aws:s3:::${aws:PrincipalTag/team, 'photos'}/*";
        var policy = policy(on("Allow", "s3:GetObject", resource));

        assertThat(verdict(policy, ALICE)).isEqualTo(ALLOW);
    }

    @Test
    void aWildcardThatTheRequesterBringsIsOnlyAStar() {
        var star = new Requester.Key(PolicyFixture.OWNER, "*");
        var policy = policy(on("Allow", "s3:GetObject", HOME));

        assertThat(verdict(policy, star, S3Action.GET_OBJECT, "home/DKALICE/a"))
                .isEqualTo(NOTHING_SAID);
        assertThat(verdict(policy, star, S3Action.GET_OBJECT, "home/*/a")).isEqualTo(ALLOW);
    }
}
