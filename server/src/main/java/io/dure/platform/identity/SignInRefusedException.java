package io.dure.platform.identity;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// Login and password do not fit together; says nothing of which was wrong.
public final class SignInRefusedException extends ProblemException {
    private static final long serialVersionUID = 1;

    SignInRefusedException() {
        super(Kind.UNAUTHENTICATED, "sign-in-refused", "The login or the password is wrong.");
    }
}
