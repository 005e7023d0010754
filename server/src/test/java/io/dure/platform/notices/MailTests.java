package io.dure.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dure.ServerTest;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Against a real SMTP server on this machine.
@ServerTest
class MailTests {
    @Autowired DSLContext sql;
    @Autowired InstantSource clock;
    @Autowired TransactionTemplate transaction;
    @Autowired TestingOwner owner;

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @BeforeEach
    void start() {
        smtp.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    @Test
    void aMailGoesOutInThePersonsLanguage() throws Exception {
        var settings = settings();
        mail(settings);

        postman(settings).deliver();

        var mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("두레정밀 비밀번호 다시 정하기");
        assertThat(mail.getAllRecipients()[0]).hasToString("minsu@example.com");
        assertThat((String) mail.getContent())
                .contains("김민수 님", "https://work.example.com/o/dure/reset?token=x");
    }

    @Test
    void whatWasSentIsNotSentAgainAndItsTextIsNotKept() {
        var settings = settings();
        mail(settings);

        postman(settings).deliver();
        postman(settings).deliver();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(owner.count("notices.outbox where state = 'SENT' and body = ''", tenant))
                .isEqualTo(1);
    }

    @Test
    void aRelayThatIsDownIsTriedLater() {
        var settings = settings();
        mail(settings);
        smtp.stop();

        postman(settings).deliver();

        assertThat(owner.count("notices.outbox where state = 'WAITING' and tries = 1", tenant))
                .isEqualTo(1);
        owner.execute(
                "update notices.outbox set due_at = now() where tenant_id = ?", tenant.value());
        smtp.start();
        var again = settings();
        postman(again).deliver();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatFailsTooOftenIsGivenUp() {
        var settings = settings();
        mail(settings);
        smtp.stop();
        owner.execute("update notices.outbox set tries = 8 where tenant_id = ?", tenant.value());

        postman(settings).deliver();

        assertThat(owner.count("notices.outbox where state = 'GIVEN_UP' and body = ''", tenant))
                .isEqualTo(1);
    }

    @Test
    void withoutARelayNothingIsKept() {
        mail(new MailSettings("", 587, "", "", "", MailSettings.Tls.STARTTLS, ""));

        assertThat(owner.count("notices.outbox", tenant)).isZero();
    }

    private MailSettings settings() {
        return new MailSettings(
                "127.0.0.1",
                smtp.getSmtp().getPort(),
                "",
                "",
                "Dure <no-reply@example.com>",
                MailSettings.Tls.NONE,
                "https://work.example.com/");
    }

    private void mail(MailSettings settings) {
        var notices = new Notices(new OutboxRepository(sql, clock), settings);
        TenantScope.run(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                notices.mail(
                                        "minsu@example.com",
                                        "ko",
                                        Template.RESET,
                                        Map.of(
                                                "name", "김민수",
                                                "login", "minsu",
                                                "organisation", "두레정밀",
                                                "link", notices.url("/o/dure/reset?token=x")))));
    }

    private Postman postman(MailSettings settings) {
        return new Postman(
                new OutboxRepository(sql, clock), new Relay(settings), settings, transaction);
    }
}
