package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// Which keys there can be: anything, `..` and `a//b` included, for keys are never paths.
public final class ObjectKeys {
    private ObjectKeys() {}

    /// @throws S3Exception KeyTooLongError; InvalidArgument if it is empty or holds U+0000, which
    ///   PostgreSQL's text cannot
    public static String require(String key) {
        if (key.isEmpty() || key.indexOf('\0') >= 0) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT, "An object key may not be empty or hold U+0000.");
        }
        if (key.length() > Limits.LONGEST_KEY_BYTES
                || Exchange.utf8Length(key) > Limits.LONGEST_KEY_BYTES) {
            throw new S3Exception(S3Error.KEY_TOO_LONG);
        }
        return key;
    }
}
