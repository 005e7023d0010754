package io.dure.platform.identity;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// Login and password do not fit together, or the code does not; says nothing of which was wrong.
public final class SignInRefusedException extends ProblemException {
    private static final long serialVersionUID = 1;

    SignInRefusedException() {
        this("sign-in-refused", "The login or the password is wrong.");
    }

    private SignInRefusedException(String code, String detail) {
        super(Kind.UNAUTHENTICATED, code, detail);
    }

    static SignInRefusedException wrongCode() {
        return new SignInRefusedException(
                "code-refused", "The code is wrong, too old, or was used already.");
    }

    static SignInRefusedException passkey() {
        return new SignInRefusedException("passkey-refused", "The passkey was not accepted.");
    }

    /// The step before was too long ago.
    static SignInRefusedException expired() {
        return new SignInRefusedException("sign-in-expired", "That took too long. Start again.");
    }
}
