package io.dure.engines.objects.configuration.notification;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.regex.Pattern;

/// The name of a webhook that the organisation set up, which stands where S3 has the name of a
/// topic. Whether there is such a webhook, only the embedding product knows.
///
/// @param name 1 to 100 letters, digits, dots, hyphens and underscores
public record HookName(String name) {
    private static final String ARN = "arn:dure:hooks:::";
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /// @throws S3Exception InvalidArgument
    public HookName {
        if (!RULE.matcher(name).matches()) {
            throw invalid();
        }
    }

    /// @throws S3Exception InvalidArgument
    public static HookName ofArn(String arn) {
        if (!arn.startsWith(ARN)) {
            throw invalid();
        }
        return new HookName(arn.substring(ARN.length()));
    }

    private static S3Exception invalid() {
        return new S3Exception(S3Error.INVALID_ARGUMENT, "The ARN could not be parsed");
    }

    /// `arn:dure:hooks:::NAME`.
    public String arn() {
        return ARN + name;
    }
}
