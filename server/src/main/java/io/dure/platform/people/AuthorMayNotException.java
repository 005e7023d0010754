package io.dure.platform.people;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The day of a change came, and whoever entered it may not do it any more; somebody who may can
/// enter it again.
public final class AuthorMayNotException extends ProblemException {
    private static final long serialVersionUID = 1;

    public AuthorMayNotException() {
        super(
                Kind.FORBIDDEN,
                "author-may-not",
                "Whoever entered this may not do it any more. Somebody who may can enter it again.");
    }
}
