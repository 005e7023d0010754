package io.dure.engines.objects.error;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The service that keeps the bodies does not answer, or says that it is asked for too much.
public final class BusyStoreException extends IOException {
    private static final long serialVersionUID = 1;

    public BusyStoreException(String reason, @Nullable Throwable cause) {
        super("The service that keeps the bodies does not keep up: " + reason + ".", cause);
    }
}
