package io.dure.platform.database;

/// The data folder cannot be used; the message is a sentence for the operator.
public final class UnusableFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableFolderException(String message) {
        super(message);
    }
}
