package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// What the functions of the schema answer: `DONE`, or why not.
final class Outcomes {
    private Outcomes() {}

    /// @throws S3Exception unless it is done
    static void require(String outcome) {
        switch (outcome) {
            case "DONE" -> {}
            case "LOCKED" ->
                    throw new S3Exception(
                            S3Error.ACCESS_DENIED,
                            "Access Denied because object protected by object lock.");
            case "OBJECT_LOCK_MISSING" ->
                    throw new S3Exception(
                            S3Error.INVALID_REQUEST, "Bucket is missing Object Lock Configuration");
            default -> throw new S3Exception(S3Error.valueOf(outcome));
        }
    }
}
