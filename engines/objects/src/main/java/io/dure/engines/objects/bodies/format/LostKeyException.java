package io.dure.engines.objects.bodies.format;

import java.io.IOException;

/// Nobody has the key of a body any more: its namespace's keys were destroyed, or the client sent
/// none along.
public final class LostKeyException extends IOException {
    private static final long serialVersionUID = 1;

    LostKeyException() {
        super("Nobody has the key of a body.");
    }
}
