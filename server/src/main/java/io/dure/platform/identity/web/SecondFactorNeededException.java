package io.dure.platform.identity.web;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The organisation demands a second factor, and this session has none: set one up first.
final class SecondFactorNeededException extends ProblemException {
    private static final long serialVersionUID = 1;

    SecondFactorNeededException() {
        super(
                Kind.FORBIDDEN,
                "second-factor-needed",
                "A second factor is demanded here. Set one up first.");
    }
}
