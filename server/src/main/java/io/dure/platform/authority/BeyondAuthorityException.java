package io.dure.platform.authority;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// Nobody hands out, or takes from others, what they do not hold themselves; somebody who holds it
/// can.
public final class BeyondAuthorityException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param capability the first that the caller lacks
    public BeyondAuthorityException(String capability) {
        super(
                Kind.FORBIDDEN,
                "beyond-authority",
                "This concerns the permission " + capability + ", which you do not hold.");
    }
}
