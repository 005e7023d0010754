package io.dure;

/// The server cannot start as it was asked to; the message is one sentence for whoever typed it.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message, null, false, false);
    }
}
