package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.engines.objects.configuration.lock.DefaultRetention;
import io.dure.engines.objects.configuration.lock.ObjectLockConfiguration;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.lock.RetentionPeriod;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Versioning;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Versions of objects, as pages see, restore and delete them.
@ServerTest
class ObjectVersionsTests {
    private static final String BUCKET = "/storage/buckets/plans";

    @Autowired TestingSignUps signUps;
    @Autowired Metadata metadata;

    private TestingOrganisation dure;
    private Namespace namespace;

    @BeforeEach
    void aBucketWithVersions() {
        dure = signUps.open();
        namespace = new Namespace(dure.id().value());
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "plans"));
        metadata.setVersioning(namespace, "plans", Versioning.ENABLED);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String object(String key) {
        return dure.path(BUCKET + "/object?key=" + encoded(key));
    }

    private void put(String key, String text) {
        var stored =
                dure.browser()
                        .send(
                                "PUT",
                                object(key),
                                text.getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "text/plain");
        assertThat(stored.status()).isEqualTo(200);
    }

    private Answer delete(String key, String version) {
        return dure.browser().send("DELETE", object(key) + "&version=" + version, null);
    }

    private List<JsonNode> versions(String query) {
        var answer = dure.browser().get(dure.path(BUCKET + "/versions" + query));
        assertThat(answer.status()).isEqualTo(200);
        var items = new ArrayList<JsonNode>();
        answer.json().path("items").forEach(items::add);
        return items;
    }

    private String text(String key, String version) {
        return dure.browser().get(object(key) + "&version=" + version).raw().body();
    }

    private static String id(JsonNode version) {
        return version.path("version").asString();
    }

    @Test
    void theNewestOfAKeyStandsFirst() {
        put("a.txt", "one");
        put("a.txt", "other");
        put("folder/b.txt", "b");

        var shown = versions("");

        assertThat(shown).extracting(each -> each.path("key").asString()).containsOnly("a.txt");
        assertThat(shown)
                .extracting(each -> each.path("latest").asBoolean())
                .containsExactly(true, false);
        assertThat(text("a.txt", id(shown.get(1)))).isEqualTo("one");
        assertThat(
                        dure.browser()
                                .get(dure.path(BUCKET + "/versions"))
                                .json()
                                .path("folders")
                                .path(0)
                                .asString())
                .isEqualTo("folder/");
    }

    @Test
    void aPageGoesOnWithinAKey() {
        for (var number = 0; number < 5; number++) {
            put("가.txt", "text " + number);
        }
        put("나.txt", "n");
        var seen = new ArrayList<String>();
        var query = "?limit=2";

        while (!query.isEmpty()) {
            var page = dure.browser().get(dure.path(BUCKET + "/versions" + query)).json();
            page.path("items").forEach(each -> seen.add(id(each)));
            query =
                    page.path("next").isNull() || page.path("next").isMissingNode()
                            ? ""
                            : "?limit=2&after="
                                    + encoded(page.path("next").asString())
                                    + "&afterVersion="
                                    + page.path("nextVersion").asString("");
        }

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void anOlderVersionIsRestoredAsANewOne() {
        put("a.txt", "one");
        put("a.txt", "other");
        var older = id(versions("").get(1));

        var restored =
                dure.browser()
                        .post(
                                dure.path(BUCKET + "/versions/restore?key=a.txt&version=" + older),
                                Map.of());

        assertThat(restored.status()).isEqualTo(200);
        assertThat(text("a.txt", "")).isEqualTo("one");
        assertThat(versions("")).hasSize(3);
        assertThat(
                        metadata.object(namespace, "plans", "a.txt")
                                .orElseThrow()
                                .attributes()
                                .headers())
                .containsEntry("content-type", "text/plain");
    }

    @Test
    void whatIsDeletedComesBackWithoutItsMarker() {
        put("a.txt", "one");
        dure.browser().send("DELETE", object("a.txt"), null);
        var marker = versions("").getFirst();
        assertThat(marker.path("deleted").asBoolean()).isTrue();
        assertThat(dure.browser().get(object("a.txt")).status()).isEqualTo(404);

        assertThat(delete("a.txt", id(marker)).status()).isEqualTo(204);

        assertThat(text("a.txt", "")).isEqualTo("one");
    }

    @Test
    void oneVersionIsDeletedForGood() {
        put("a.txt", "one");
        put("a.txt", "other");

        delete("a.txt", id(versions("").get(1)));

        assertThat(versions("")).hasSize(1);
        assertThat(text("a.txt", "")).isEqualTo("other");
    }

    @Test
    void whatIsLockedStaysAndSaysUntilWhen() {
        metadata.enableObjectLock(namespace, "plans");
        metadata.putDocument(
                namespace,
                "plans",
                BucketDocument.OBJECT_LOCK,
                new ObjectLockConfiguration(
                                Optional.of(
                                        new DefaultRetention(
                                                RetentionMode.GOVERNANCE,
                                                new RetentionPeriod.Days(3))))
                        .write()
                        .document());
        put("a.txt", "one");

        var shown = versions("").getFirst();
        var refused = delete("a.txt", id(shown));

        assertThat(shown.path("locked").asBoolean()).isTrue();
        assertThat(shown.path("lockedUntil").asString()).isNotEmpty();
        assertThat(refused.problem()).isEqualTo("version-locked");
        assertThat(refused.raw().body()).contains(shown.path("lockedUntil").asString());
    }

    @Test
    void whatIsNoVersionIsRefusedAndWhatNeverWasIsNotFound() {
        put("a.txt", "one");

        assertThat(dure.browser().get(object("a.txt") + "&version=x").problem())
                .isEqualTo("invalid-input");
        assertThat(dure.browser().get(object("a.txt") + "&version=" + "0".repeat(32)).problem())
                .isEqualTo("unknown-version");
        assertThat(
                        dure.browser()
                                .post(dure.path(BUCKET + "/versions/restore?key=a.txt"), Map.of())
                                .problem())
                .isEqualTo("unknown-version");
    }
}
