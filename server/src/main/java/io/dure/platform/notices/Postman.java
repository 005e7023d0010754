package io.dure.platform.notices;

import io.dure.platform.tenancy.SystemScope;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what waits in the outbox. A mail that the relay does not take is tried again after 1, 2, 4
/// … minutes, and given up after [#MOST_TRIES]: some four hours.
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 20;
    private static final int MOST_TRIES = 9;
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

    /// Longer than a batch can take, so that no mail is sent twice while one is under way.
    private static final Duration UNLESS_SAID = Duration.ofMinutes(30);

    private final OutboxRepository outbox;
    private final Relay relay;
    private final MailSettings settings;
    private final TransactionTemplate transaction;

    Postman(
            OutboxRepository outbox,
            Relay relay,
            MailSettings settings,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.relay = relay;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${dure.mail.send-every:PT2S}")
    void deliver() {
        if (settings.hasRelay()) {
            SystemScope.run("mail to be sent", () -> take().forEach(this::send));
        }
    }

    private List<OutboxRepository.Mail> take() {
        return Objects.requireNonNull(
                transaction.<List<OutboxRepository.Mail>>execute(
                        _ -> outbox.take(BATCH, UNLESS_SAID)));
    }

    private void send(OutboxRepository.Mail mail) {
        try {
            relay.send(mail);
            transaction.executeWithoutResult(_ -> outbox.sent(mail));
        } catch (MailException | MessagingException e) {
            LOG.warn("mail.refused id={} try={}", mail.id(), mail.tries());
            transaction.executeWithoutResult(_ -> refused(mail, String.valueOf(e.getMessage())));
        }
    }

    private void refused(OutboxRepository.Mail mail, String error) {
        if (mail.tries() >= MOST_TRIES) {
            outbox.giveUp(mail, error);
        } else {
            outbox.later(mail, FIRST_DELAY.multipliedBy(1L << (mail.tries() - 1)), error);
        }
    }
}
