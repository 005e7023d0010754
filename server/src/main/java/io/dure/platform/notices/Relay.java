package io.dure.platform.notices;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// The way out to the SMTP relay.
@Component
class Relay {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailSettings settings;
    private final JavaMailSenderImpl sender;

    Relay(MailSettings settings) {
        this.settings = settings;
        this.sender = sender(settings);
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        var properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, String.valueOf(PATIENCE.toMillis()));
        }
        switch (settings.tls()) {
            case IMPLICIT -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> {}
        }
        return sender;
    }

    /// @throws org.springframework.mail.MailException if the relay did not take it
    void send(OutboxRepository.Mail mail) throws MessagingException {
        var message = sender.createMimeMessage();
        var content = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        content.setFrom(settings.from());
        content.setTo(mail.recipient());
        content.setSubject(mail.subject());
        content.setText(mail.body());
        // RFC 3834 §5: nobody's absence note answers this.
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }
}
