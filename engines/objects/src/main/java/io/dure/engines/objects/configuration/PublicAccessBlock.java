package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;

/// What of public access a bucket refuses, whatever its ACLs and policy say. Amazon S3 User Guide,
/// "Blocking public access to your Amazon S3 storage".
///
/// @param blockPublicAcls refuses requests that would set a public ACL
/// @param ignorePublicAcls takes public grants of ACLs as not there
/// @param blockPublicPolicy refuses a policy that is public
/// @param restrictPublicBuckets lets only the owner in by a policy that is public
public record PublicAccessBlock(
        boolean blockPublicAcls,
        boolean ignorePublicAcls,
        boolean blockPublicPolicy,
        boolean restrictPublicBuckets) {
    private static final int MOST_BYTES = 4 * 1024;

    /// Of a bucket that nobody configured, as in Amazon S3 since April 2023.
    public static final PublicAccessBlock OF_NEW_BUCKETS =
            new PublicAccessBlock(true, true, true, true);

    /// Of a bucket whose document was deleted.
    public static final PublicAccessBlock NONE = new PublicAccessBlock(false, false, false, false);

    /// @throws S3Exception MalformedXML
    public static PublicAccessBlock parse(byte[] document) {
        var fields =
                Fields.read(
                        document,
                        MOST_BYTES,
                        "PublicAccessBlockConfiguration",
                        "BlockPublicAcls",
                        "IgnorePublicAcls",
                        "BlockPublicPolicy",
                        "RestrictPublicBuckets");
        return new PublicAccessBlock(
                fields.flag("BlockPublicAcls").orElse(false),
                fields.flag("IgnorePublicAcls").orElse(false),
                fields.flag("BlockPublicPolicy").orElse(false),
                fields.flag("RestrictPublicBuckets").orElse(false));
    }

    /// Whether something is let in that another refuses.
    public boolean opens(PublicAccessBlock other) {
        return (other.blockPublicAcls() && !blockPublicAcls)
                || (other.ignorePublicAcls() && !ignorePublicAcls)
                || (other.blockPublicPolicy() && !blockPublicPolicy)
                || (other.restrictPublicBuckets() && !restrictPublicBuckets);
    }

    public XmlWriter write() {
        return XmlWriter.s3("PublicAccessBlockConfiguration")
                .text("BlockPublicAcls", blockPublicAcls)
                .text("IgnorePublicAcls", ignorePublicAcls)
                .text("BlockPublicPolicy", blockPublicPolicy)
                .text("RestrictPublicBuckets", restrictPublicBuckets);
    }
}
