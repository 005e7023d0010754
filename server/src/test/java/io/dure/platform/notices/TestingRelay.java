package io.dure.platform.notices;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A relay that keeps what the server sends.
public final class TestingRelay extends GreenMail {
    private static final long QUIET_MILLIS = 1_000;

    public TestingRelay() {
        super(new ServerSetup(0, "127.0.0.1", "smtp"));
    }

    /// Starts it, and has the server send by it, often.
    public void serve(DynamicPropertyRegistry properties) {
        start();
        properties.add("dure.mail.host", () -> "127.0.0.1");
        properties.add("dure.mail.port", () -> getSmtp().getPort());
        properties.add("dure.mail.from", () -> "Dure <no-reply@example.com>");
        properties.add("dure.mail.tls", () -> "NONE");
        properties.add("dure.mail.url", () -> "https://work.example.com");
        properties.add("dure.mail.send-every", () -> "PT0.2S");
    }

    /// Forgets all mail, once none comes any more: what the test before set off may still be on its
    /// way.
    public void settle() throws FolderException {
        do {
            purgeEmailFromAllMailboxes();
        } while (waitForIncomingEmail(QUIET_MILLIS, 1));
    }
}
