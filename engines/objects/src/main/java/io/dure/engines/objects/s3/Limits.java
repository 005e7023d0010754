package io.dure.engines.objects.s3;

/// The bounds of requests. Amazon S3 User Guide, "Amazon S3 multipart upload limits" and "Object
/// key names", where no other reason is given.
final class Limits {
    static final long LARGEST_BODY_BYTES = 5L << 30;
    static final long LARGEST_OBJECT_BYTES = 5L << 40;
    static final long SMALLEST_PART_BYTES = 5L << 20;
    static final int MOST_PARTS = 10_000;
    static final int LONGEST_KEY_BYTES = 1024;
    static final int LARGEST_USER_METADATA_BYTES = 2048;
    static final int MOST_LISTED = 1000;

    /// Ten thousand parts with ETags and checksums, indented.
    static final int LARGEST_DOCUMENT_BYTES = 4 << 20;

    /// Bodies above it ask for room before they are sent.
    static final long ADMITTED_UNSEEN_BYTES = 1 << 20;

    private Limits() {}
}
