package io.dure.platform.identity.web;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// Another site made the browser send this.
final class CrossSiteException extends ProblemException {
    private static final long serialVersionUID = 1;

    CrossSiteException() {
        super(Kind.FORBIDDEN, "cross-site", "Another site may not send this on a person's behalf.");
    }
}
