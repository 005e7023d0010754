package io.dure.cloud.storage;

import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.metadata.Marks;
import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// A version must not be deleted yet.
public final class LockedVersionException extends ProblemException {
    private static final long serialVersionUID = 1;

    private LockedVersionException(String detail) {
        super(Kind.CONFLICT, "version-locked", detail);
    }

    static LockedVersionException of(Marks marks) {
        return new LockedVersionException(
                marks.retention()
                        .filter(_ -> !marks.isHeld())
                        .map(Retention::until)
                        .map(until -> "It is locked until " + until + ".")
                        .orElse("It is locked until somebody ends that."));
    }
}
