package io.dure.engines.objects.error;

/// The metadata could not even be asked, so they surely changed nothing: as when no connection to a
/// database could be had. Whoever only did not hear the answer knows no such thing.
public final class UnaskedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnaskedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
