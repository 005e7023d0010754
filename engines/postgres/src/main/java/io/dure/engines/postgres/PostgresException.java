package io.dure.engines.postgres;

import org.jspecify.annotations.Nullable;

/// PostgreSQL cannot be brought up; the message is a sentence for whoever starts it.
public final class PostgresException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PostgresException(String message) {
        this(message, null);
    }

    PostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
