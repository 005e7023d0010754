package io.dure.cloud.console;

import io.dure.platform.audit.Actor;
import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Registration;
import org.springframework.stereotype.Service;

/// Strangers who sign their organisation up themselves, where the operator lets them.
@Service
public class Strangers {
    private final SelfSignUp selfSignUp;
    private final SignUp signUp;
    private final SignUpThrottle throttle;

    Strangers(SelfSignUp selfSignUp, SignUp signUp, SignUpThrottle throttle) {
        this.selfSignUp = selfSignUp;
        this.signUp = signUp;
        this.throttle = throttle;
    }

    public boolean areWelcome() {
        return selfSignUp.find().offer().open();
    }

    /// The plan that they begin with.
    ///
    /// @throws ClosedException where the operator signs organisations up
    public Plan plan() {
        var offer = selfSignUp.find().offer();
        if (!offer.open()) {
            throw new ClosedException();
        }
        return offer.plan();
    }

    /// @param address where the stranger calls from
    public SignedUp signUp(String address, Registration registration, Owner owner) {
        throttle.admit(address);
        return signUp.organisation(Actor.stranger(address), registration, owner);
    }

    /// Strangers cannot sign up here.
    public static final class ClosedException extends ProblemException {
        private static final long serialVersionUID = 1;

        ClosedException() {
            super(
                    Kind.FORBIDDEN,
                    "sign-up-closed",
                    "Organisations are signed up by the operator here.");
        }
    }
}
