package io.dure.engines.objects.edge;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/// A request's body came too slowly.
public final class TooSlowException extends IOException implements QuietException {
    private static final long serialVersionUID = 1;

    TooSlowException(long bytes) {
        super("only " + bytes + " bytes of the body came in time");
    }
}
