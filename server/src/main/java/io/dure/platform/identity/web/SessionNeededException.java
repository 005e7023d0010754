package io.dure.platform.identity.web;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// Only a person in a browser may do this, not a program with a token.
final class SessionNeededException extends ProblemException {
    private static final long serialVersionUID = 1;

    SessionNeededException() {
        super(Kind.FORBIDDEN, "session-needed", "An access token cannot do this; sign in.");
    }
}
