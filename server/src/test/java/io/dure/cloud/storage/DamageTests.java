package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.engines.objects.bodies.Damage;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What organisations and the operator are shown of what the scrub found.
@ServerTest
class DamageTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired Metadata metadata;
    @Autowired Damages damages;
    @Autowired DamageNotices notices;

    private TestingOrganisation dure;
    private Namespace namespace;

    @BeforeEach
    void aBucket() {
        dure = signUps.open();
        namespace = new Namespace(dure.id().value());
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "films"));
    }

    private void put(String key) {
        var stored =
                dure.browser()
                        .send(
                                "PUT",
                                dure.path("/storage/buckets/films/object?key=" + key),
                                key.getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "text/plain");
        assertThat(stored.status()).isEqualTo(200);
    }

    private void rot(String key, Instant at) {
        var body = metadata.object(namespace, "films", key).orElseThrow().bodies().getFirst().id();
        database.execute(
                "insert into storage.damage (tenant_id, body_id, bucket, key, reason, found_at)"
                        + " values (?, ?, 'films', ?, 'chunk 0 differs', ?::timestamptz)",
                dure.id().value(),
                body,
                key,
                at.toString());
    }

    private Answer list(String query) {
        return dure.browser().get(dure.path("/storage/damages" + query));
    }

    private List<String> keys(Answer answer) {
        var keys = new ArrayList<String>();
        answer.json().path("items").forEach(item -> keys.add(item.path("key").asString()));
        return keys;
    }

    @Test
    void theyAreListedTheLatestFirstAndByPages() {
        for (var number = 0; number < 5; number++) {
            put("k" + number);
            rot("k" + number, NOON.plus(Duration.ofMinutes(number / 2)));
        }
        var seen = new ArrayList<String>();
        var next = "";

        do {
            var page = list("?limit=2&after=" + next);
            seen.addAll(keys(page));
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(5).startsWith("k4").doesNotHaveDuplicates();
        assertThat(list("?after=yesterday").problem()).isEqualTo("invalid-input");
        assertThat(list("?limit=0").problem()).isEqualTo("invalid-input");
    }

    @Test
    void whatIsReplacedOrDeletedIsGone() {
        put("replaced");
        put("deleted");
        rot("replaced", NOON);
        rot("deleted", NOON);
        assertThat(keys(list(""))).hasSize(2);

        put("replaced");
        dure.browser().send("DELETE", dure.path("/storage/buckets/films/object?key=deleted"), null);

        assertThat(keys(list(""))).isEmpty();
    }

    @Test
    void inABucketWithVersionsItIsTheOlderOneOnceItIsReplaced() {
        metadata.setVersioning(namespace, "films", Versioning.ENABLED);
        put("k");
        rot("k", NOON);
        var before = list("").json().path("items").path(0);

        put("k");

        var after = list("").json().path("items").path(0);
        assertThat(before.path("latest").asBoolean()).isTrue();
        assertThat(after.path("latest").asBoolean()).isFalse();
        assertThat(after.path("version").asString()).isEqualTo(before.path("version").asString());
    }

    @Test
    void whoMayNotReadSeesHowManyButNoNames() {
        put("k");
        rot("k", NOON);
        var manager = dure.member("manager");
        dure.browser()
                .post(
                        dure.path("/grants"),
                        Map.of(
                                "role",
                                "ADMINISTRATOR",
                                "subject",
                                Map.of("kind", "PERSON", "id", manager.id(), "withBelow", false)));

        assertThat(manager.browser().get(dure.path("/storage")).json().path("damaged").asLong())
                .isEqualTo(1);
        assertThat(manager.browser().get(dure.path("/storage/damages")).status()).isEqualTo(403);
    }

    @Test
    void theOperatorSeesHowManyOfWhom() {
        put("one");
        put("other");
        rot("one", NOON);
        rot("other", NOON);
        var operator = signUps.operator(BuiltInRole.OWNER);

        var theirs = operator.get("/api/console/organisations/" + dure.id() + "/damages");

        assertThat(everybody(operator).get(dure.shortName())).isEqualTo(2);
        assertThat(theirs.json().path("objects").asLong()).isEqualTo(2);
        assertThat(theirs.json().path("latestAt").asString()).isEqualTo(NOON.toString());
        assertThat(operator.get("/api/console/damages").raw().body()).doesNotContain("films");
    }

    @Test
    void theOperatorSeesAllOfThemByPages() {
        put("one");
        rot("one", NOON);
        var first = dure;
        aBucket();
        put("one");
        put("other");
        rot("one", NOON);
        rot("other", NOON);
        var operator = signUps.operator(BuiltInRole.OWNER);

        var everybody = everybody(operator);

        assertThat(everybody)
                .containsEntry(first.shortName(), 1L)
                .containsEntry(dure.shortName(), 2L);
        assertThat(operator.get("/api/console/damages?after=x").problem())
                .isEqualTo("invalid-input");
        assertThat(operator.get("/api/console/damages?limit=0").problem())
                .isEqualTo("invalid-input");
    }

    /// By short name, how many objects; asked for one at a time.
    private Map<String, Long> everybody(TestingBrowser operator) {
        var all = new LinkedHashMap<String, Long>();
        var next = "";
        do {
            var page = operator.get("/api/console/damages?limit=1&after=" + next).json();
            page.path("items")
                    .forEach(each ->
                            assertThat(
                                            all.put(
                                                    each.path("shortName").asString(),
                                                    each.path("objects").asLong()))
                                    .isNull());
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    @Test
    void ofVeryManyTheBodiesAreCounted() {
        database.execute(
                "insert into storage.damage (tenant_id, body_id, bucket, key, reason, found_at)"
                        + " select ?, gen_random_uuid(), 'films', 'k', 'chunk 0 differs', now()"
                        + " from generate_series(1, 1001)",
                dure.id().value());

        assertThat(dure.browser().get(dure.path("/storage")).json().path("damaged").asLong())
                .isEqualTo(1001);

        database.execute(
                "delete from storage.damage where tenant_id = ? and body_id = ("
                        + "select body_id from storage.damage where tenant_id = ? limit 1)",
                dure.id().value(),
                dure.id().value());
        assertThat(dure.browser().get(dure.path("/storage")).json().path("damaged").asLong())
                .isZero();
    }

    @Test
    void aPlaceThatNobodyCanPutANameToIsTheOperatorsToKnow() {
        var body = UUID.fromString("01234567-89ab-8800-9000-000000000000");
        var operator = signUps.operator(BuiltInRole.OWNER);

        damages.found(new Damage(body, Optional.empty(), "A header cannot be read."));
        damages.found(new Damage(body, Optional.empty(), "A header cannot be read."));

        var places = new ArrayList<String>();
        operator.get("/api/console/damages/unreadable?limit=1000")
                .json()
                .path("items")
                .forEach(each -> places.add(each.path("place").asString()));
        assertThat(places).containsOnlyOnce(body.toString().replace("-", ""));
        assertThat(operator.get("/api/console/damages/unreadable?after=x").problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void whatNothingNamesAnyMoreIsForgotten() {
        put("k");
        put("kept");
        rot("k", NOON);
        rot("kept", NOON);
        put("k");

        notices.forget();

        assertThat(database.count("storage.damage", dure.id())).isEqualTo(1);
    }
}
