package io.dure.platform.tenancy;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The browser's person proved who they are too long ago for this.
public final class ProofNeededException extends ProblemException {
    private static final long serialVersionUID = 1;

    ProofNeededException() {
        super(Kind.FORBIDDEN, "proof-needed", "Prove first that it is you.");
    }
}
