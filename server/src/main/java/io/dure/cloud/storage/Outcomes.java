package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// What the functions of the schema answer: `DONE`, or the name of an error of S3.
final class Outcomes {
    private static final String DONE = "DONE";

    private Outcomes() {}

    /// @throws S3Exception unless it is done
    static void require(String outcome) {
        if (!outcome.equals(DONE)) {
            throw new S3Exception(S3Error.valueOf(outcome));
        }
    }
}
