package io.dure.engines.objects.client;

import java.io.IOException;

/// The service answered, and said no; asking again would not help.
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    RefusedException(Call call, int status, String code) {
        super(
                "The service that keeps the bodies refused "
                        + call.method()
                        + " "
                        + call.key()
                        + ": "
                        + status
                        + " "
                        + code
                        + ".");
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /// As S3 words it, such as `NoSuchBucket`; empty if it said nothing.
    public String code() {
        return code;
    }
}
