package io.dure.engines.objects.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The disk did not take an object's bytes, so the metadata did not take the object.
public final class NotDurableException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    public NotDurableException(IOException cause) {
        super(cause);
    }
}
