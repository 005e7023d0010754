package io.dure.platform.notices;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Mail to people of the organisation in scope.
@Service
@EnableConfigurationProperties(MailSettings.class)
public class Notices {
    private final OutboxRepository outbox;
    private final MailSettings settings;

    Notices(OutboxRepository outbox, MailSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /// Whether mail can be sent at all.
    public boolean canMail() {
        return settings.hasRelay();
    }

    /// The address that a path of this Dure has for people elsewhere.
    ///
    /// @param path from its root, `/o/ORG/…`
    public String url(String path) {
        return settings.url() + path;
    }

    /// Sends a mail once the caller's transaction is committed, unless there is no relay.
    ///
    /// @param recipient mail address
    /// @param language `ko` or `en`
    /// @param values what the template leaves open
    @Transactional
    public void mail(
            String recipient, String language, Template template, Map<String, String> values) {
        if (canMail()) {
            outbox.add(recipient, template.write(language, values));
        }
    }
}
