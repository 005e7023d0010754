package io.dure.cli;

/// The words of a command make no sense; the message is one sentence for whoever typed them.
final class MisuseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MisuseException(String message) {
        super(message, null, false, false);
    }
}
