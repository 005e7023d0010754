package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.notices.TestingRelay;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What goes out by mail while people sign in, against a real SMTP server on this machine.
@ServerTest
@DirtiesContext
class MailFlowsTests {
    private static final TestingRelay SMTP = new TestingRelay();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("/reset\\?token=([\\w-]+)");

    @Autowired TestingSignUps signUps;
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
    void anOrganisation() throws FolderException {
        dure = signUps.open();
        SMTP.settle();
    }

    @Test
    void aForgottenPasswordIsSetAnewByTheLinkThatComesByMail() throws Exception {
        forgot("nobody");
        forgot("owner");
        var mail = onlyMail();
        var token = token(mail);
        var fresh = "감나무 위에서 본 하늘";

        var used = use(token, fresh);

        assertThat(mail.getSubject()).isEqualTo("두레정밀 비밀번호 다시 정하기");
        assertThat(mail.getAllRecipients()[0]).hasToString("owner@example.com");
        assertThat(used).isEqualTo(200);
        assertThat(use(token, fresh)).isNotEqualTo(200);
        assertThat(dure.signIn(dure.stranger(), "owner", PASSWORD).status()).isEqualTo(401);
        assertThat(dure.signIn(dure.stranger(), "owner", fresh).status()).isEqualTo(200);
    }

    @Test
    void aNewBrowserIsTold() throws Exception {
        var browser = dure.stranger();

        dure.signIn(browser, "owner", PASSWORD);
        var mail = onlyMail();
        dure.signIn(browser, "owner", PASSWORD);

        assertThat((String) mail.getContent()).contains("127.0.0.1", "TestingBrowser");
        assertThat(mail.getAllRecipients()[0]).hasToString("owner@example.com");
        assertThat(SMTP.waitForIncomingEmail(1_000, 2)).isFalse();
    }

    @Test
    void whoseAddressIsChangedIsToldAtTheFormerOne() throws Exception {
        var minsu = dure.member("minsu");
        var path = dure.path("/people/" + minsu.id());
        var version = dure.browser().get(path).raw().headers().firstValue("ETag").orElseThrow();
        var details = Map.of("login", "minsu", "name", "김minsu", "email", "new@example.com");

        var changed = dure.browser().send("PUT", path, details, "If-Match", version);
        var mail = onlyMail();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(mail.getAllRecipients()[0]).hasToString("minsu@example.com");
        assertThat(mail.getSubject()).contains("두레정밀", "메일 주소");
    }

    private void forgot(String login) {
        var answer = dure.stranger().post(dure.path("/password-resets"), Map.of("login", login));
        assertThat(answer.status()).isEqualTo(202);
    }

    private static MimeMessage onlyMail() {
        assertThat(SMTP.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
        return SMTP.getReceivedMessages()[0];
    }

    private static String token(MimeMessage mail) throws Exception {
        var found = TOKEN.matcher((String) mail.getContent());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int use(String token, String password) {
        return dure.stranger()
                .post(dure.path("/links/use"), Map.of("token", token, "password", password))
                .status();
    }
}
