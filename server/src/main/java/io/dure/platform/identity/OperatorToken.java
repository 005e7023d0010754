package io.dure.platform.identity;

import io.dure.platform.database.DataFolder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/// What proves that a command was typed on this machine by whoever runs the server: a secret in the
/// data folder, which its user alone may read, new at every start.
@Component
public class OperatorToken {
    private static final String FILE = "operator.token";

    private final byte[] secret;

    OperatorToken(DataFolder folder) {
        var made = Secret.random().text();
        secret = made.getBytes(StandardCharsets.UTF_8);
        folder.write(FILE, made);
    }

    /// Compares without telling by the time it takes how much was right.
    public boolean is(String candidate) {
        return MessageDigest.isEqual(secret, candidate.getBytes(StandardCharsets.UTF_8));
    }
}
