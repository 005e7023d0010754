package io.dure.cli;

/// The server is not there or said no; the message is one sentence for whoever typed the command.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message, null, false, false);
    }
}
