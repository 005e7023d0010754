package io.dure.platform.tenancy;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// Only a person in a browser may do this, not a program with a token.
public final class SessionNeededException extends ProblemException {
    private static final long serialVersionUID = 1;

    public SessionNeededException() {
        super(Kind.FORBIDDEN, "session-needed", "An access token cannot do this; sign in.");
    }
}
