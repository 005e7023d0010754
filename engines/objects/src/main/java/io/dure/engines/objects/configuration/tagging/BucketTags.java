package io.dure.engines.objects.configuration.tagging;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.List;

/// The tags of a bucket. Amazon S3 API Reference, "PutBucketTagging".
///
/// @param tags up to 50, in the order given
public record BucketTags(List<Tag> tags) {
    private static final int MOST = 50;

    /// @throws S3Exception BadRequest, InvalidTag
    public BucketTags {
        if (tags.size() > MOST) {
            throw new S3Exception(
                    S3Error.BAD_REQUEST, "Bucket tag count cannot be greater than " + MOST);
        }
        tags = TagSet.require(tags, "System tags cannot be added/updated by requester");
    }

    /// @throws S3Exception MalformedXML, BadRequest, InvalidTag
    public static BucketTags parse(byte[] document) {
        return new BucketTags(TagSet.parse(document));
    }

    public XmlWriter write() {
        return TagSet.write(tags);
    }
}
