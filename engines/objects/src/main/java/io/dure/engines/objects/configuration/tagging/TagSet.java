package io.dure.engines.objects.configuration.tagging;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.HashSet;
import java.util.List;

/// What the tags of buckets and of objects have in common.
final class TagSet {
    /// Fifty tags of the longest keys and values, four bytes to a character.
    private static final int MOST_BYTES = 128 * 1024;

    private TagSet() {}

    /// @return the tags, as a copy
    /// @throws S3Exception InvalidTag
    static List<Tag> require(List<Tag> tags, String reserved) {
        var keys = new HashSet<String>();
        for (var tag : tags) {
            if (!keys.add(tag.key())) {
                throw new S3Exception(
                                S3Error.INVALID_TAG,
                                "Cannot provide multiple Tags with the same key")
                        .with("TagKey", tag.key());
            }
            if (tag.isReserved()) {
                throw new S3Exception(S3Error.INVALID_TAG, reserved).with("TagKey", tag.key());
            }
        }
        return List.copyOf(tags);
    }

    static List<Tag> parse(byte[] document) {
        var tagging = Fields.read(document, MOST_BYTES, "Tagging", "TagSet");
        return Fields.of(tagging.require("TagSet"), "Tag").all("Tag").stream()
                .map(Tag::read)
                .toList();
    }

    static XmlWriter write(List<Tag> tags) {
        return XmlWriter.s3("Tagging")
                .element("TagSet", set -> tags.forEach(tag -> tag.write(set)));
    }
}
