package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.Arrays;
import java.util.Optional;

/// Who owns objects that another account puts into the bucket, and whether ACLs count. Amazon S3
/// API Reference, "PutBucketOwnershipControls".
public record OwnershipControls(ObjectOwnership ownership) {
    private static final int MOST_BYTES = 4 * 1024;

    /// Of a bucket that nobody configured, as in Amazon S3 since April 2023.
    public static final OwnershipControls OF_NEW_BUCKETS =
            new OwnershipControls(ObjectOwnership.BUCKET_OWNER_ENFORCED);

    /// Of a bucket whose document was deleted.
    public static final OwnershipControls NONE =
            new OwnershipControls(ObjectOwnership.OBJECT_WRITER);

    /// The three ways that there are.
    public enum ObjectOwnership {
        /// The bucket's owner owns all, and ACLs are off.
        BUCKET_OWNER_ENFORCED("BucketOwnerEnforced"),
        /// The bucket's owner owns what comes with the ACL `bucket-owner-full-control`.
        BUCKET_OWNER_PREFERRED("BucketOwnerPreferred"),
        OBJECT_WRITER("ObjectWriter");

        private final String word;

        ObjectOwnership(String word) {
            this.word = word;
        }

        /// The one of this name, as the header `x-amz-object-ownership` has it, too.
        public static Optional<ObjectOwnership> of(String word) {
            return Arrays.stream(values())
                    .filter(ownership -> ownership.word.equals(word))
                    .findFirst();
        }
    }

    /// @throws S3Exception MalformedXML
    public static OwnershipControls parse(byte[] document) {
        var controls = Fields.read(document, MOST_BYTES, "OwnershipControls", "Rule");
        var rule = Fields.of(controls.require("Rule"), "ObjectOwnership");
        return new OwnershipControls(
                ObjectOwnership.of(rule.requireWord("ObjectOwnership"))
                        .orElseThrow(Fields::malformed));
    }

    public XmlWriter write() {
        return XmlWriter.s3("OwnershipControls")
                .element("Rule", rule -> rule.text("ObjectOwnership", ownership.word));
    }
}
