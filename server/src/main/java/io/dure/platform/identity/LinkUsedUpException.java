package io.dure.platform.identity;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// A one-time link that never was, was used, is too old, or whose maker could make it no more; a
/// new one can be asked for.
public final class LinkUsedUpException extends ProblemException {
    private static final long serialVersionUID = 1;

    LinkUsedUpException() {
        super(
                Kind.NOT_FOUND,
                "link-used-up",
                "This link was used already or does not hold any more. Ask for a new one.");
    }
}
