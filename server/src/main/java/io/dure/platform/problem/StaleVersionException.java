package io.dure.platform.problem;

/// The thing was changed since the caller read it. RFC 9110 §13.1.1 (If-Match).
public final class StaleVersionException extends ProblemException {
    private static final long serialVersionUID = 1;

    public StaleVersionException(String thing) {
        super(
                Kind.STALE,
                "stale-version",
                "The " + thing + " was changed in the meantime. Look at it again, then repeat.");
    }
}
