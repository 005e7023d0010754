package io.dure.platform.problem;

/// More was sent than an operation takes.
public final class TooLargeException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param bytes the most that is taken
    public TooLargeException(long bytes) {
        super(Kind.TOO_LARGE, "too-large", "At most " + bytes + " bytes are taken here.");
    }
}
