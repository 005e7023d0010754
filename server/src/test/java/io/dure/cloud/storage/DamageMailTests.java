package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.notices.TestingRelay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What people are told of damaged objects, against a real SMTP server on this machine.
@ServerTest
@DirtiesContext
class DamageMailTests {
    private static final TestingRelay SMTP = new TestingRelay();
    private static final int PATIENCE_MILLIS = 30_000;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired Metadata metadata;
    @Autowired DamageNotices notices;
    private TestingOrganisation dure;

    @DynamicPropertySource
    static void relay(DynamicPropertyRegistry properties) {
        SMTP.serve(properties);
    }

    @AfterAll
    static void stop() {
        SMTP.stop();
    }

    @BeforeEach
    void anOrganisation() throws Exception {
        dure = signUps.open();
        SMTP.settle();
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "films"));
    }

    private void rot(String key) {
        dure.browser()
                .send(
                        "PUT",
                        dure.path("/storage/buckets/films/object?key=" + key),
                        key.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/plain");
        var stored = metadata.object(new Namespace(dure.id().value()), "films", key).orElseThrow();
        database.execute(
                "insert into storage.damage (tenant_id, body_id, bucket, key, reason, found_at)"
                        + " values (?, ?, 'films', ?, 'chunk 0 differs', now())",
                dure.id().value(),
                stored.bodies().getFirst().id(),
                key);
    }

    /// The subjects of the mails that are sent.
    private List<String> told(int mails) throws Exception {
        SMTP.purgeEmailFromAllMailboxes();
        notices.tell();
        assertThat(
                        SMTP.waitForIncomingEmail(
                                mails == 0 ? 3_000 : PATIENCE_MILLIS, Math.max(1, mails)))
                .isEqualTo(mails > 0);
        var subjects = new ArrayList<String>();
        for (var mail : SMTP.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    @Test
    void whoeverManagesTheStorageIsToldOfAllTogetherOnceADay() throws Exception {
        rot("one");
        rot("other");
        assertThat(told(1)).containsExactly("두레정밀 스토리지에 손상된 객체 2개가 있습니다");
        assertThat((String) SMTP.getReceivedMessages()[0].getContent())
                .contains("/o/" + dure.shortName() + "/storage/damages")
                .doesNotContain("films");

        rot("third");
        assertThat(told(0)).isEmpty();

        database.execute(
                "update storage.damage_notice set told_at = now() - interval '25 hours' where tenant_id = ?",
                dure.id().value());
        assertThat(told(1)).hasSize(1);
        database.execute(
                "update storage.damage_notice set told_at = now() - interval '25 hours' where tenant_id = ?",
                dure.id().value());
        assertThat(told(0)).isEmpty();
    }

    @Test
    void whereNoMailCanGoNobodyCountsAsTold() throws Exception {
        rot("one");
        database.execute(
                "update people.person set email = null where tenant_id = ?", dure.id().value());

        assertThat(told(0)).isEmpty();
        assertThat(database.count("storage.damage where told_at is null", dure.id())).isEqualTo(1);

        database.execute(
                "update people.person set email = 'kim@' || tenant_id || '.example'"
                        + " where tenant_id = ?",
                dure.id().value());
        assertThat(told(1)).hasSize(1);
        assertThat(database.count("storage.damage where told_at is null", dure.id())).isZero();
    }
}
