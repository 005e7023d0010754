package io.dure.platform.notices;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The SMTP relay that mail goes out through.
///
/// @param host of the relay; empty: no mail is sent, and links are shown to administrators only
/// @param port default 587 (submission, RFC 6409)
/// @param user empty: the relay wants no sign-in
/// @param from the sender of all mail, such as `Dure <no-reply@example.com>`
/// @param tls how the connection is made private, default STARTTLS, and never less than asked for
/// @param url where people reach this Dure, `https://work.example.com`: the start of links in mail
@ConfigurationProperties("dure.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("") String url) {

    MailSettings {
        if (!host.isEmpty() && (from.isEmpty() || url.isEmpty())) {
            throw new IllegalArgumentException(
                    "dure.mail.host needs dure.mail.from and dure.mail.url, too");
        }
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        var _ = URI.create(url);
    }

    enum Tls {
        /// From the first byte (port 465, RFC 8314 §3).
        IMPLICIT,
        /// RFC 3207; without it nothing is sent.
        STARTTLS,
        /// For a relay on this machine.
        NONE
    }

    boolean hasRelay() {
        return !host.isEmpty();
    }
}
