package io.dure.engines.objects.s3;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/// Ends a connection in the middle of an answer; its reason is logged already.
final class CutShortException extends IOException implements QuietException {
    private static final long serialVersionUID = 1;

    CutShortException(Throwable reason) {
        super(reason);
    }
}
