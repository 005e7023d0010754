package io.dure.engines.objects.error;

import java.util.Objects;

/// The request is refused, in S3's own words.
public final class S3Exception extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final S3Error error;

    public S3Exception(S3Error error) {
        this(error, error.message());
    }

    /// @param message replaces the error's own, where S3 is more specific
    public S3Exception(S3Error error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    public S3Error error() {
        return error;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
