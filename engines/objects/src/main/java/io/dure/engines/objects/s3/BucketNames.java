package io.dure.engines.objects.s3;

import java.util.regex.Pattern;

/// Which names buckets can have. Amazon S3 User Guide, "General purpose bucket naming rules".
public final class BucketNames {
    private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    private BucketNames() {}

    /// 3 to 63 lower-case letters, digits, dots and hyphens; no two dots in a row, no IPv4 address,
    /// none of the prefixes and suffixes that S3 keeps for itself.
    public static boolean isValid(String name) {
        return RULE.matcher(name).matches()
                && !name.contains("..")
                && !ADDRESS.matcher(name).matches()
                && !name.startsWith("xn--")
                && !name.startsWith("sthree-")
                && !name.endsWith("-s3alias")
                && !name.endsWith("--ol-s3");
    }
}
