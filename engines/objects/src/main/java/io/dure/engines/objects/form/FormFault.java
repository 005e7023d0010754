package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// What can be wrong with a form or its policy.
final class FormFault {
    private static final int LONGEST_DETAIL = 128;

    private FormFault() {}

    static S3Exception malformed() {
        return new S3Exception(S3Error.MALFORMED_POST_REQUEST);
    }

    static S3Exception tooLong() {
        return new S3Exception(S3Error.MAX_POST_PRE_DATA_LENGTH_EXCEEDED);
    }

    static S3Exception notOneFile() {
        return S3Exception.argument(
                "file", "0", "POST requires exactly one file upload per request.");
    }

    static S3Exception repeated(String name) {
        return new S3Exception(
                        S3Error.INVALID_ARGUMENT,
                        "POST requires exactly one value of each field: " + shown(name))
                .with("ArgumentName", shown(name));
    }

    static S3Exception invalidPolicy(String why) {
        return new S3Exception(S3Error.INVALID_POLICY_DOCUMENT, "Invalid Policy: " + why);
    }

    static S3Exception againstPolicy(String why) {
        return new S3Exception(S3Error.ACCESS_DENIED, "Invalid according to Policy: " + shown(why));
    }

    /// Shortened, and without what XML could not carry.
    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_DETAIL))
                .replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
    }
}
