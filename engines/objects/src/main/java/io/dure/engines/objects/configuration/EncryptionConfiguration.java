package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;

/// How objects are encrypted that do not say so themselves: with keys of the server's own, AES256.
/// Amazon S3 API Reference, "PutBucketEncryption".
///
/// @param bucketKeyEnabled kept for clients that compare; it means nothing without a KMS
public record EncryptionConfiguration(boolean bucketKeyEnabled) {
    private static final int MOST_BYTES = 16 * 1024;
    private static final String BY_DEFAULT = "ApplyServerSideEncryptionByDefault";

    /// @throws S3Exception MalformedXML, InvalidArgument; NotImplemented for keys of a KMS, and for
    ///   uploads to be refused by how they are encrypted
    public static EncryptionConfiguration parse(byte[] document) {
        var configuration =
                Fields.read(document, MOST_BYTES, "ServerSideEncryptionConfiguration", "Rule");
        var rule =
                Fields.of(
                        configuration.require("Rule"),
                        BY_DEFAULT,
                        "BucketKeyEnabled",
                        "BlockedEncryptionTypes");
        if (rule.size() == 0) {
            throw Fields.malformed();
        }
        rule.find(BY_DEFAULT).ifPresent(EncryptionConfiguration::requireAes256);
        rule.find("BlockedEncryptionTypes").ifPresent(EncryptionConfiguration::requireNone);
        return new EncryptionConfiguration(rule.flag("BucketKeyEnabled").orElse(false));
    }

    private static void requireNone(Element blocked) {
        for (var type : Fields.of(blocked, "EncryptionType").texts("EncryptionType")) {
            switch (type.strip()) {
                case "NONE" -> {}
                case "SSE-C" -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
                default -> throw Fields.malformed();
            }
        }
    }

    private static void requireAes256(Element byDefault) {
        var fields = Fields.of(byDefault, "SSEAlgorithm", "KMSMasterKeyID");
        switch (fields.requireWord("SSEAlgorithm")) {
            case "AES256" -> {}
            case "aws:kms", "aws:kms:dsse" -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            default -> throw Fields.malformed();
        }
        if (fields.has("KMSMasterKeyID")) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT,
                    "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or"
                            + " aws:kms:dsse");
        }
    }

    public XmlWriter write() {
        return XmlWriter.s3("ServerSideEncryptionConfiguration")
                .element(
                        "Rule",
                        rule ->
                                rule.element(
                                                BY_DEFAULT,
                                                inside -> inside.text("SSEAlgorithm", "AES256"))
                                        .text("BucketKeyEnabled", bucketKeyEnabled));
    }
}
