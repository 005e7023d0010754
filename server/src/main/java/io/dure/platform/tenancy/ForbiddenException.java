package io.dure.platform.tenancy;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The caller lacks a capability; whoever administers roles can grant it.
public final class ForbiddenException extends ProblemException {
    private static final long serialVersionUID = 1;

    public ForbiddenException(Capability capability) {
        super(Kind.FORBIDDEN, "forbidden", "This needs the permission " + capability.name() + ".");
    }
}
