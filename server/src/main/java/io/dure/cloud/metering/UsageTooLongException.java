package io.dure.cloud.metering;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;

/// A file of usage would have more lines than anybody reads.
public final class UsageTooLongException extends ProblemException {
    private static final long serialVersionUID = 1;

    UsageTooLongException(int most) {
        super(
                Kind.INVALID,
                "usage-too-long",
                "That is more than " + most + " lines: ask for fewer days, or by longer times.");
    }
}
