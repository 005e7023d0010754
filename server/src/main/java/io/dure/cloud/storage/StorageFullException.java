package io.dure.cloud.storage;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The quota of the organisation or of the bucket has no room for it.
public final class StorageFullException extends ProblemException {
    private static final long serialVersionUID = 1;

    public StorageFullException() {
        super(Kind.QUOTA, "storage-full", "The storage has no room for it.");
    }
}
