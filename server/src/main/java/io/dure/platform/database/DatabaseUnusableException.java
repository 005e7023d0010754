package io.dure.platform.database;

import org.jspecify.annotations.Nullable;

/// The database cannot be reached, is too old, or would lose what it acknowledged; the message is a
/// sentence for the operator.
public final class DatabaseUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
