package io.dure.platform.identity;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The request came without a valid session or token.
public final class SignInNeededException extends ProblemException {
    private static final long serialVersionUID = 1;

    public SignInNeededException() {
        super(Kind.UNAUTHENTICATED, "sign-in-needed", "Sign in first.");
    }
}
