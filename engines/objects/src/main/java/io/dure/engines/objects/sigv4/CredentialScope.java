package io.dure.engines.objects.sigv4;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which key signed, for which day, region and service.
///
/// @param date `yyyyMMdd`
public record CredentialScope(String accessKeyId, String date, String region, String service) {
    private static final String END = "aws4_request";
    private static final Pattern DAY = Pattern.compile("\\d{8}");

    /// `KEY/20260101/us-east-1/s3/aws4_request`; the key itself may hold slashes.
    public static Optional<CredentialScope> parse(String text) {
        var fields = text.split("/", -1);
        var count = fields.length;
        if (count < 5
                || !fields[count - 1].equals(END)
                || !DAY.matcher(fields[count - 4]).matches()) {
            return Optional.empty();
        }
        var key = String.join("/", Arrays.copyOf(fields, count - 4));
        return Optional.of(
                new CredentialScope(key, fields[count - 4], fields[count - 3], fields[count - 2]));
    }

    /// What stands in the string to sign.
    String text() {
        return date + "/" + region + "/" + service + "/" + END;
    }
}
