package io.dure.engines.objects.bodies.format;

import java.io.IOException;

/// The disk gave back other bytes than were written; they were not passed on.
public final class CorruptBodyException extends IOException {
    private static final long serialVersionUID = 1;

    public CorruptBodyException(String reason) {
        super("A body on disk is corrupt: " + reason + ".");
    }
}
