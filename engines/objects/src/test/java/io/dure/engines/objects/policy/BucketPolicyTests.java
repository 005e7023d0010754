package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.PolicyFixture.ALICE;
import static io.dure.engines.objects.policy.PolicyFixture.ANYBODY;
import static io.dure.engines.objects.policy.PolicyFixture.BOB;
import static io.dure.engines.objects.policy.PolicyFixture.OTHER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.OWNER_ID;
import static io.dure.engines.objects.policy.PolicyFixture.STRANGER;
import static io.dure.engines.objects.policy.PolicyFixture.on;
import static io.dure.engines.objects.policy.PolicyFixture.parse;
import static io.dure.engines.objects.policy.PolicyFixture.policy;
import static io.dure.engines.objects.policy.PolicyFixture.statement;
import static io.dure.engines.objects.policy.PolicyFixture.verdict;
import static io.dure.engines.objects.policy.PolicyFixture.when;
import static io.dure.engines.objects.policy.PolicyVerdict.ALLOW;
import static io.dure.engines.objects.policy.PolicyVerdict.DENY;
import static io.dure.engines.objects.policy.PolicyVerdict.NOTHING_SAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.Right;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPolicyTests {
    private static final String OBJECTS = "arn:aws:s3:::photos/*";
    private static final String ALICE_ONLY =
            "{\"AWS\": \"arn:aws:iam::" + OWNER_ID + ":user/DKALICE\"}";

    @Test
    void aDenialAnywhereWins() {
        var deny = on("Deny", "s3:GetObject", "arn:aws:s3:::photos/secret/*");
        var allow = on("Allow", "s3:GetObject", OBJECTS);

        for (var policy : new BucketPolicy[] {policy(deny, allow), policy(allow, deny)}) {
            assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "secret/a")).isEqualTo(DENY);
            assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "open/a")).isEqualTo(ALLOW);
        }
    }

    @Test
    void whatNoStatementIsAboutIsLeftToTheKey() {
        var policy = policy(on("Allow", "s3:GetObject", OBJECTS));

        assertThat(verdict(policy, ALICE, S3Action.PUT_OBJECT, "a")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(policy, ALICE, S3Action.LIST_BUCKET, "")).isEqualTo(NOTHING_SAID);
    }

    @Test
    void aVerdictOutweighsTheKeysOwnRights() {
        assertThat(DENY.permits(() -> true)).isFalse();
        assertThat(ALLOW.permits(() -> false)).isTrue();
        assertThat(NOTHING_SAID.permits(() -> true)).isTrue();
        assertThat(NOTHING_SAID.permits(() -> false)).isFalse();
    }

    /// rustfs/rustfs#1423: a bucket's policy is enough by itself.
    @Test
    void aKeyWithoutRightsIsAllowedByThePolicyAlone() {
        var verdict = verdict(policy(statement("Allow", ALICE_ONLY)), ALICE);

        assertThat(verdict.permits(() -> false)).isTrue();
    }

    /// rustfs/rustfs#7989: whether a bucket is versioned changes nothing.
    @Test
    void aReadThatNamesNoVersionNeedsNoRightToVersions() {
        var policy = policy(on("Allow", "s3:GetObject", OBJECTS));

        assertThat(verdict(policy, ANYBODY, S3Action.GET_OBJECT, "a")).isEqualTo(ALLOW);
        assertThat(verdict(policy, ANYBODY, S3Action.GET_OBJECT_VERSION, "a"))
                .isEqualTo(NOTHING_SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "{\"AWS\": \"*\"}", "{\"AWS\": [\"*\"]}"})
    void everyoneMayComeUnsigned(String everyone) {
        var policy = policy(statement("Allow", everyone));

        assertThat(verdict(policy, ANYBODY)).isEqualTo(ALLOW);
        assertThat(verdict(policy, ALICE)).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::" + OWNER_ID + ":root | ALLOW | ALLOW",
                OWNER_ID + " | ALLOW | ALLOW",
                "arn:aws:iam::" + OWNER_ID + ":user/DKALICE | ALLOW | NOTHING_SAID",
                "arn:aws:iam::" + OWNER_ID + ":user/dkalice | NOTHING_SAID | NOTHING_SAID",
                "arn:aws:iam::" + OWNER_ID + ":user/DKBOB | NOTHING_SAID | ALLOW",
                "arn:aws:iam::" + OTHER_ID + ":root | NOTHING_SAID | NOTHING_SAID",
                "arn:aws:iam::" + OTHER_ID + ":user/DKALICE | NOTHING_SAID | NOTHING_SAID",
                OTHER_ID + " | NOTHING_SAID | NOTHING_SAID",
                "123456789012 | NOTHING_SAID | NOTHING_SAID",
                "arn:aws:iam::123456789012:user/DKALICE | NOTHING_SAID | NOTHING_SAID"
            })
    void aPrincipalIsAnOrganisationOrOneOfItsKeys(
            String principal, PolicyVerdict ofAlice, PolicyVerdict ofBob) {
        var policy = policy(statement("Allow", "{\"AWS\": \"" + principal + "\"}"));

        assertThat(verdict(policy, ALICE)).isEqualTo(ofAlice);
        assertThat(verdict(policy, BOB)).isEqualTo(ofBob);
        assertThat(verdict(policy, ANYBODY)).isEqualTo(NOTHING_SAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"AWS\": [\"" + OWNER_ID + "\", \"" + OTHER_ID + "\"]}",
                "{\"AWS\": \"arn:aws:iam::" + OTHER_ID + ":user/DKALICE\"}",
                "{\"AWS\": \"arn:aws:iam::" + OWNER_ID + ":user/DKALICE\"}",
                "{\"CanonicalUser\": \"" + OTHER_ID + "\"}"
            })
    void aPrincipalOfAnotherOrganisationNeverMatches(String principal) {
        assertThat(verdict(policy(statement("Allow", principal)), STRANGER))
                .isEqualTo(NOTHING_SAID);
    }

    @Test
    void theCanonicalUserIsTheOrganisation() {
        var policy = policy(statement("Allow", "{\"CanonicalUser\": \"" + OWNER_ID + "\"}"));

        assertThat(verdict(policy, BOB)).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"root\", \"user/DKALICE\"] | NOTHING_SAID | DENY",
                "[\"root\"] | DENY | DENY",
                "[\"user/DKALICE\"] | DENY | DENY"
            })
    void notPrincipalLeavesOutAKeyNamedWithItsOrganisation(
            String names, PolicyVerdict ofAlice, PolicyVerdict ofBob) {
        var principals =
                names.replace("root", "arn:aws:iam::" + OWNER_ID + ":root")
                        .replace("user/", "arn:aws:iam::" + OWNER_ID + ":user/");
        var policy =
                policy(
                        statement("Deny", "{\"AWS\": " + principals + "}")
                                .replace("Principal", "NotPrincipal"));

        assertThat(verdict(policy, ALICE)).isEqualTo(ofAlice);
        assertThat(verdict(policy, BOB)).isEqualTo(ofBob);
        assertThat(verdict(policy, ANYBODY)).isEqualTo(DENY);
    }

    @Test
    void notPrincipalOfEveryoneIsNobody() {
        var policy = policy(statement("Deny", "\"*\"").replace("Principal", "NotPrincipal"));

        assertThat(verdict(policy, ANYBODY)).isEqualTo(NOTHING_SAID);
    }

    @Test
    void notActionIsEveryOther() {
        var policy =
                policy(
                        on("Deny", "s3:Get*", OBJECTS)
                                .replace("\"Action\"", "\"NotAction\"")
                                .replace("photos/*", "photos*"));

        assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "a")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(policy, ALICE, S3Action.GET_BUCKET_POLICY, "")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(policy, ALICE, S3Action.PUT_OBJECT, "a")).isEqualTo(DENY);
        assertThat(verdict(policy, ALICE, S3Action.LIST_BUCKET, "")).isEqualTo(DENY);
    }

    /// rustfs/rustfs#1355: NotResource stands without Resource.
    @Test
    void notResourceIsEveryOther() {
        var policy =
                policy(
                        on("Deny", "s3:*", "arn:aws:s3:::photos/open/*")
                                .replace("\"Resource\"", "\"NotResource\""));

        assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "open/a")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "a")).isEqualTo(DENY);
        assertThat(verdict(policy, ALICE, S3Action.LIST_BUCKET, "")).isEqualTo(DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:*,true,true",
        "*,true,true",
        "s3:Get*,true,false",
        "s3:get*,true,false",
        "S3:GetObject,true,false",
        "s3:?etObject,true,false",
        "s3:*Object,true,true",
        "s3:GetObjectVersion,false,false",
        "s3:RestoreObject,false,false"
    })
    void anActionIsNamedWithoutCaseAndWithWildcards(String pattern, boolean get, boolean put) {
        var policy = policy(on("Allow", pattern, OBJECTS));

        assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, "a") == ALLOW).isEqualTo(get);
        assertThat(verdict(policy, ALICE, S3Action.PUT_OBJECT, "a") == ALLOW).isEqualTo(put);
    }

    @ParameterizedTest
    @CsvSource({
        "photos/*,a,true",
        "photos/*,a/b/c:d,true",
        "photos/a,a,true",
        "photos/a,A,false",
        "photos/a,aa,false",
        "photos/a*,a/b,true",
        "photos/*/test/*,1///test///x,true",
        "photos/*/test/*,/test/x,true",
        "photos/*/test/*,1-test/x,false",
        "photos/*/test/*,test/x,false",
        "photos/m?-obj/*,my-obj/x,true",
        "photos/m?-obj/*,myy-obj/x,false",
        "photos/?,한,true",
        "photos/?,😀,true",
        "*/*,a,true",
        "*,a,true",
        "photos*,a,true",
        "photo?/a,a,true"
    })
    void anObjectIsNamedWithCaseAndWithWildcards(String pattern, String key, boolean matches) {
        var policy = policy(on("Allow", "s3:GetObject", "arn:aws:s3:::" + pattern));

        assertThat(verdict(policy, ALICE, S3Action.GET_OBJECT, key) == ALLOW).isEqualTo(matches);
    }

    @Test
    void aBucketIsNotItsObjects() {
        var bucket = policy(on("Allow", "s3:*", "arn:aws:s3:::photos"));
        var objects = policy(on("Allow", "s3:*", OBJECTS));

        assertThat(verdict(bucket, ALICE, S3Action.LIST_BUCKET, "")).isEqualTo(ALLOW);
        assertThat(verdict(bucket, ALICE, S3Action.GET_OBJECT, "a")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(objects, ALICE, S3Action.LIST_BUCKET, "")).isEqualTo(NOTHING_SAID);
        assertThat(verdict(objects, ALICE, S3Action.GET_OBJECT, "a")).isEqualTo(ALLOW);
    }

    @Test
    void oneStatementNeedsNoBrackets() {
        var statement = on("Allow", "s3:GetObject", OBJECTS);

        assertThat(verdict(parse("{\"Statement\": " + statement + "}"), ANYBODY)).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @EnumSource(S3Action.class)
    void everyActionCanBeAllowedByItsName(S3Action action) {
        if (action.kind() == S3Action.Kind.SERVICE) {
            return;
        }

        var policy = policy(on("Allow", action.text(), "arn:aws:s3:::photos*"));

        for (var other : S3Action.values()) {
            assertThat(verdict(policy, ANYBODY, other, "a") == ALLOW).isEqualTo(other == action);
        }
    }

    @Test
    void whoeverChangesABucketMustBeAbleToMakeOne() {
        assertThat(Arrays.stream(S3Action.values()))
                .filteredOn(action -> action.kind() == S3Action.Kind.BUCKET)
                .filteredOn(action -> !action.text().matches("s3:(Get|List).*"))
                .allMatch(action -> action.rights().contains(Right.BUCKETS));
    }

    @Test
    void tagsAreAskedForOnlyWhereTheyMatter() {
        var tag = "s3:existingobjecttag/a";
        var get = "s3:GetObject";

        assertThat(policy(on("Allow", get, OBJECTS)).asksForObjectTags()).isFalse();
        assertThat(policy(on("Allow", get, "arn:aws:s3:::photos/${" + tag + "}")))
                .matches(BucketPolicy::asksForObjectTags);
        assertThat(
                        policy(
                                when(
                                        "Allow",
                                        get,
                                        OBJECTS,
                                        "{\"StringEquals\": {\"" + tag + "\": \"b\"}}")))
                .matches(BucketPolicy::asksForObjectTags);
        assertThat(
                        policy(
                                when(
                                        "Allow",
                                        get,
                                        OBJECTS,
                                        "{\"StringEquals\": {\"aws:Referer\": \"${"
                                                + tag
                                                + "}\"}}")))
                .matches(BucketPolicy::asksForObjectTags);
    }
}
