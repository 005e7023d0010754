package io.dure.platform.people;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// The organisation's plan has no room for more people; the operator can change the plan.
public final class PeopleLimitException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param limit most people that are not deactivated
    public PeopleLimitException(int limit) {
        super(Kind.QUOTA, "people-limit", "The plan has room for " + limit + " people.");
    }
}
