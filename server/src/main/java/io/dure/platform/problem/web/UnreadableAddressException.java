package io.dure.platform.problem.web;

/// The path or the query holds no text.
final class UnreadableAddressException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableAddressException() {
        super("The address holds U+0000, or escapes that are no UTF-8.", null, false, false);
    }
}
