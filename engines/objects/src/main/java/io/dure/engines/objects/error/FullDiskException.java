package io.dure.engines.objects.error;

import java.io.IOException;

/// The disk has no more room than it must keep.
public final class FullDiskException extends IOException {
    private static final long serialVersionUID = 1;

    public FullDiskException() {
        super("The disk has no more room than it must keep.");
    }
}
