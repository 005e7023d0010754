package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.Optional;

/// Whether requests to a bucket are written to an access log. Amazon S3 API Reference,
/// "PutBucketLogging".
///
/// @param target empty if they are not
public record BucketLogging(Optional<Target> target) {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_PREFIX = 1024;

    /// Where the log's objects go.
    ///
    /// @param bucket in the same namespace
    /// @param prefix of the log's keys; may be empty
    public record Target(String bucket, String prefix) {
        public Target {
            if (bucket.isEmpty()) {
                throw Fields.malformed();
            }
            if (prefix.length() > LONGEST_PREFIX) {
                throw new S3Exception(
                        S3Error.INVALID_REQUEST, "The maximum size of a prefix is 1024");
            }
        }
    }

    /// @throws S3Exception MalformedXML, InvalidRequest; NotImplemented for grants and partitioned
    ///   keys
    public static BucketLogging parse(byte[] document) {
        var status = Fields.read(document, MOST_BYTES, "BucketLoggingStatus", "LoggingEnabled");
        return new BucketLogging(status.find("LoggingEnabled").map(BucketLogging::target));
    }

    private static Target target(Element enabled) {
        var fields =
                Fields.of(
                        enabled,
                        "TargetBucket",
                        "TargetPrefix",
                        "TargetGrants",
                        "TargetObjectKeyFormat");
        var target =
                new Target(fields.requireWord("TargetBucket"), fields.requireText("TargetPrefix"));
        if (fields.find("TargetGrants").filter(grants -> !grants.children().isEmpty()).isPresent()
                || fields.find("TargetObjectKeyFormat")
                        .filter(BucketLogging::isOther)
                        .isPresent()) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        return target;
    }

    /// Whether it is not the format that a document without one means.
    private static boolean isOther(Element format) {
        return !Fields.of(format, "SimplePrefix", "PartitionedPrefix").has("SimplePrefix");
    }

    public XmlWriter write() {
        var xml = XmlWriter.s3("BucketLoggingStatus");
        target.ifPresent(to ->
                xml.element(
                        "LoggingEnabled",
                        enabled ->
                                enabled.text("TargetBucket", to.bucket())
                                        .text("TargetPrefix", to.prefix())));
        return xml;
    }
}
