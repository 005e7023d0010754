package io.dure.cloud.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.notices.TestingRelay;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What people are told before their storage is full, against a real SMTP server on this machine.
@ServerTest
@DirtiesContext
class WarningMailTests {
    private static final TestingRelay SMTP = new TestingRelay();
    private static final int PATIENCE_MILLIS = 30_000;
    private static final long PERCENT = (1L << 30) / 100;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired Warnings warnings;
    @Autowired Refusals refusals;
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
    }

    private void holds(long bytes) {
        database.execute(
                "insert into storage.usage (tenant_id, bytes) values (?, ?)"
                        + " on conflict (tenant_id) do update set bytes = excluded.bytes",
                dure.id().value(),
                bytes);
    }

    /// The subjects of the mails that a look at the levels sends.
    private List<String> toldOf(int mails) throws Exception {
        SMTP.purgeEmailFromAllMailboxes();
        warnings.run();
        assertThat(
                        SMTP.waitForIncomingEmail(
                                mails == 0 ? 1_000 : PATIENCE_MILLIS, Math.max(1, mails)))
                .isEqualTo(mails > 0);
        var subjects = Stream.<String>builder();
        for (var mail : SMTP.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        return subjects.build().toList();
    }

    @Test
    void nearTheQuotaWhoeverManagesTheStorageIsToldOnce() throws Exception {
        holds(81 * PERCENT);
        assertThat(toldOf(1)).containsExactly("두레정밀 스토리지가 1.0 GiB 중 829 MiB를 쓰고 있습니다");
        assertThat(recipients()).containsExactly("owner@example.com");
        assertThat(toldOf(0)).isEmpty();

        holds(96 * PERCENT);
        assertThat(toldOf(1)).hasSize(1);
        assertThat(toldOf(0)).isEmpty();

        holds(60 * PERCENT);
        assertThat(toldOf(0)).isEmpty();
        holds(97 * PERCENT);
        assertThat(toldOf(1)).hasSize(1);
        forget();
    }

    @Test
    void theOperatorIsToldOfAnOrganisationsQuotaToo() throws Exception {
        signUps.operator(BuiltInRole.OWNER);
        holds(85 * PERCENT);

        toldOf(2);

        assertThat(recipients())
                .hasSize(2)
                .contains("owner@example.com")
                .anyMatch(address -> address.startsWith("operator-"));
        forget();
    }

    private void forget() {
        holds(0);
        warnings.run();
        assertThat(database.count("metering.warning", dure.id())).isZero();
    }

    private static List<String> recipients() throws Exception {
        var addresses = Stream.<String>builder();
        for (MimeMessage mail : SMTP.getReceivedMessages()) {
            addresses.add(mail.getAllRecipients()[0].toString());
        }
        return addresses.build().toList();
    }

    @Test
    void aBucketsSoftQuotaRefusesNothingAndIsToldOf() throws Exception {
        var bucket = dure.path("/storage/buckets/films");
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "films"));
        var changed =
                dure.browser()
                        .send(
                                "PATCH",
                                bucket,
                                Map.of("softQuotaBytes", 1_000, "quotaBytes", 100_000),
                                "If-Match",
                                "\"2\"");
        assertThat(changed.json().path("softQuotaBytes").asLong()).isEqualTo(1_000);

        var stored =
                dure.browser()
                        .send(
                                "PUT",
                                bucket + "/object?key=k",
                                new byte[2_000],
                                "Content-Type",
                                "text/plain");

        assertThat(stored.status()).isEqualTo(200);
        assertThat(toldOf(1)).containsExactly("두레정밀의 films 버킷에 2.0 KiB가 들어 있습니다");
        assertThat(toldOf(0)).isEmpty();
        assertThat(
                        dure.browser()
                                .send(
                                        "PATCH",
                                        bucket,
                                        Map.of("softQuotaBytes", 1_000, "quotaBytes", 999),
                                        "If-Match",
                                        "\"3\"")
                                .problem())
                .isEqualTo("invalid-input");
        dure.browser().send("PATCH", bucket, Map.of(), "If-Match", "\"3\"");
        warnings.run();
        assertThat(database.count("metering.warning", dure.id())).isZero();
    }

    @Test
    void whatWasRefusedIsToldOfOnceAnHour() throws Exception {
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "films"));
        var bucket = dure.path("/storage/buckets/films");
        dure.browser().send("PATCH", bucket, Map.of("quotaBytes", 1_000), "If-Match", "\"2\"");
        var refused =
                dure.browser()
                        .send(
                                "PUT",
                                bucket + "/object?key=k",
                                new byte[2_000],
                                "Content-Type",
                                "text/plain");
        assertThat(refused.problem()).isEqualTo("storage-full");

        assertThat(toldOf(1)).containsExactly("두레정밀 스토리지에 자리가 없어 저장하지 못했습니다");
        assertThat((String) SMTP.getReceivedMessages()[0].getContent()).contains("films");
        refusals.note(dure.id(), "films");
        assertThat(toldOf(0)).isEmpty();
    }
}
