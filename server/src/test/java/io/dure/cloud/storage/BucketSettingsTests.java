package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.database.TestingOwner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What buckets are configured by, as people set it by pages.
@ServerTest
class BucketSettingsTests {
    private static final String OF_PROGRAM =
            """
            <LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ID>logs</ID>\
            <Filter><Prefix>logs/</Prefix></Filter><Status>Enabled</Status>\
            <Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>\
            """;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired Metadata metadata;

    private TestingOrganisation dure;
    private Namespace namespace;

    @BeforeEach
    void aBucket() {
        dure = signUps.open();
        namespace = new Namespace(dure.id().value());
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "films"));
    }

    private Answer get() {
        return dure.browser().get(dure.path("/storage/buckets/films/settings"));
    }

    private static String etag(Answer answer) {
        return answer.raw().headers().firstValue("ETag").orElseThrow();
    }

    private Answer put(String part, Map<String, ?> body) {
        return put(part, body, etag(get()));
    }

    private Answer put(String part, Map<String, ?> body, String ifMatch) {
        return dure.browser()
                .send(
                        "PUT",
                        dure.path("/storage/buckets/films/settings/" + part),
                        body,
                        "If-Match",
                        ifMatch);
    }

    private String document(BucketDocument kind) {
        return metadata.configured(namespace, "films").document(kind).orElse("");
    }

    @Test
    void aNewBucketIsClosedAndKeepsNothing() {
        var settings = get().json();

        assertThat(settings.path("versioning").asString()).isEqualTo("NEVER");
        assertThat(settings.path("publicAccess").path("blockPublicPolicy").asBoolean()).isTrue();
        assertThat(settings.path("lifecycle").path("expireDays").isNumber()).isFalse();
        assertThat(settings.path("tags").size()).isZero();
    }

    @Test
    void versionsAreKeptAndNotAnyMore() {
        var kept = put("versioning", Map.of("versioning", "ENABLED"));
        var suspended = put("versioning", Map.of("versioning", "SUSPENDED"));

        assertThat(kept.json().path("versioning").asString()).isEqualTo("ENABLED");
        assertThat(suspended.json().path("versioning").asString()).isEqualTo("SUSPENDED");
        assertThat(put("versioning", Map.of("versioning", "NEVER")).problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void aBucketWithLocksKeepsItsVersions() {
        put("versioning", Map.of("versioning", "ENABLED"));
        metadata.enableObjectLock(namespace, "films");

        var refused = put("versioning", Map.of("versioning", "SUSPENDED"));

        assertThat(refused.problem()).isEqualTo("bucket-locks");
        assertThat(get().json().path("objectLock").asBoolean()).isTrue();
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() {
        var seen = etag(get());
        metadata.putDocument(
                namespace,
                "films",
                BucketDocument.TAGGING,
                "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>");

        var stale = put("tags", Map.of("tags", List.of()), seen);

        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(get().json().path("tags").path(0).path("key").asString()).isEqualTo("a");
    }

    @Test
    void thingsEndAfterDays() {
        var set = put("lifecycle", Map.of("expireDays", 30, "abortDays", 7, "replacesAll", false));

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("lifecycle").path("expireDays").asInt()).isEqualTo(30);
        assertThat(document(BucketDocument.LIFECYCLE)).contains("<Days>30</Days>");
        put("lifecycle", Map.of("replacesAll", false));
        assertThat(document(BucketDocument.LIFECYCLE)).isEmpty();
        assertThat(put("lifecycle", Map.of("expireDays", 0, "replacesAll", false)).problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void rulesOfAProgramAreShownAndReplacedOnlyByName() {
        metadata.putDocument(namespace, "films", BucketDocument.LIFECYCLE, OF_PROGRAM);
        var shown = get().json();

        var refused = put("lifecycle", Map.of("expireDays", 30, "replacesAll", false));

        assertThat(shown.path("lifecycle").isObject()).isFalse();
        assertThat(shown.path("lifecycleText").asString()).contains("logs/");
        assertThat(refused.problem()).isEqualTo("lifecycle-of-programs");
        assertThat(document(BucketDocument.LIFECYCLE)).isEqualTo(OF_PROGRAM);
        assertThat(put("lifecycle", Map.of("expireDays", 30, "replacesAll", true)).status())
                .isEqualTo(200);
    }

    @Test
    void aPolicyIsRefusedWithTheLineWhereItIsWrong() {
        var wrong =
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::films"},
                    {
                      "Effect": "Deny",
                      "Principal": "*",
                      "Action": "s3:Fly",
                      "Resource": "arn:aws:s3:::films"
                    }
                  ]
                }
                """;

        var action = error(put("policy", Map.of("policy", wrong)));
        var json = error(put("policy", Map.of("policy", "{\n\"Version\": \"2012-10-17\",\n}")));
        var field =
                error(
                        put(
                                "policy",
                                Map.of(
                                        "policy",
                                        wrong.replace("s3:Fly", "s3:*")
                                                .replace(
                                                        "\"Effect\": \"Deny\",\n      \"P",
                                                        "\"Efect\": \"Deny\",\n      \"P"))));

        assertThat(action).containsEntry("code", "policy-action").containsEntry("limit", 8L);
        assertThat(json).containsEntry("code", "policy-json").containsEntry("limit", 3L);
        assertThat(field).containsEntry("limit", 6L);
        assertThat(document(BucketDocument.POLICY)).isEmpty();
    }

    private static Map<String, Object> error(Answer answer) {
        assertThat(answer.problem()).isEqualTo("invalid-input");
        var error = answer.json().path("errors").path(0);
        var members = new HashMap<String, Object>();
        members.put("code", error.path("code").asString());
        members.put("limit", error.path("limit").asLong());
        return members;
    }

    @Test
    void aPublicPolicyNeedsAnOpenBucket() {
        var open =
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*",
                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::films/*"}}\
                """;

        var refused = error(put("policy", Map.of("policy", open)));
        put(
                "public-access",
                Map.of(
                        "blockPublicAcls", false,
                        "ignorePublicAcls", false,
                        "blockPublicPolicy", false,
                        "restrictPublicBuckets", false));
        var taken = put("policy", Map.of("policy", open));

        assertThat(refused).containsEntry("code", "policy-public");
        assertThat(taken.json().path("policy").asString()).isEqualTo(open);
        assertThat(put("policy", Map.of()).json().path("policy").isString()).isFalse();
    }

    @Test
    void requestsAreWrittenDownInABucketThatIsThere() {
        assertThat(put("logging", Map.of("bucket", "nowhere")).problem())
                .isEqualTo("invalid-input");

        var set = put("logging", Map.of("bucket", "films", "prefix", "log/"));

        assertThat(set.json().path("logging").path("prefix").asString()).isEqualTo("log/");
        assertThat(put("logging", Map.of()).json().path("logging").isObject()).isFalse();
    }

    @Test
    void tagsAndEncryptionAreSet() {
        var tagged = put("tags", Map.of("tags", List.of(Map.of("key", "부서", "value", "생산"))));
        var twice =
                put(
                        "tags",
                        Map.of(
                                "tags",
                                List.of(
                                        Map.of("key", "a", "value", "1"),
                                        Map.of("key", "a", "value", "2"))));
        var said = put("encryption", Map.of("said", true));

        assertThat(tagged.json().path("tags").path(0).path("value").asString()).isEqualTo("생산");
        assertThat(twice.problem()).isEqualTo("invalid-input");
        assertThat(said.json().path("saysEncrypted").asBoolean()).isTrue();
    }

    @Test
    void webhooksAreToldByRulesAndOfNewOnesOnly() {
        dure.browser()
                .post(
                        dure.path("/storage/hooks"),
                        Map.of("name", "scanner", "url", "https://hooks.example.com/"));
        var rule = Map.of("hook", "scanner", "events", List.of("s3:ObjectCreated:*"));

        var set = put("notifications", Map.of("rules", List.of(rule)));
        var id = set.json().path("notifications").path(0).path("id").asString();
        var again =
                put(
                        "notifications",
                        Map.of(
                                "rules",
                                List.of(
                                        Map.of(
                                                "id",
                                                id,
                                                "hook",
                                                "scanner",
                                                "events",
                                                List.of("s3:ObjectCreated:*")))));

        assertThat(again.status()).isEqualTo(200);
        assertThat(database.count("storage.event_delivery", dure.id())).isEqualTo(1);
        assertThat(
                        put(
                                        "notifications",
                                        Map.of(
                                                "rules",
                                                List.of(
                                                        Map.of(
                                                                "hook",
                                                                "nobody",
                                                                "events",
                                                                List.of("s3:ObjectCreated:*")))))
                                .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void whoOnlyReadsChangesNothing() {
        var reader = dure.member("reader");

        assertThat(reader.browser().get(dure.path("/storage/buckets/films/settings")).status())
                .isEqualTo(403);
        assertThat(
                        reader.browser()
                                .send(
                                        "PUT",
                                        dure.path("/storage/buckets/films/settings/encryption"),
                                        Map.of("said", true),
                                        "If-Match",
                                        etag(get()))
                                .status())
                .isEqualTo(403);
    }
}
