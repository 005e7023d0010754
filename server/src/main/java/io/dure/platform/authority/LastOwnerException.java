package io.dure.platform.authority;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// An organisation always has an owner who can come in; make somebody else one first.
public final class LastOwnerException extends ProblemException {
    private static final long serialVersionUID = 1;

    public LastOwnerException() {
        super(Kind.CONFLICT, "last-owner", "The organisation needs an owner who has come in.");
    }
}
