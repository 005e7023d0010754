package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.xml.XmlWriter;

/// Whether a bucket keeps what is overwritten and deleted. Amazon S3 API Reference,
/// "PutBucketVersioning".
public record VersioningConfiguration(Versioning versioning) {
    private static final int MOST_BYTES = 4 * 1024;

    /// @throws S3Exception MalformedXML, IllegalVersioningConfigurationException; NotImplemented if
    ///   deletes shall need a second factor
    public static VersioningConfiguration parse(byte[] document) {
        var fields =
                Fields.read(document, MOST_BYTES, "VersioningConfiguration", "Status", "MfaDelete");
        var status =
                fields.word("Status")
                        .orElseThrow(
                                () -> new S3Exception(S3Error.ILLEGAL_VERSIONING_CONFIGURATION));
        refuseMfaDelete(fields);
        return new VersioningConfiguration(
                switch (status) {
                    case "Enabled" -> Versioning.ENABLED;
                    case "Suspended" -> Versioning.SUSPENDED;
                    default -> throw Fields.malformed();
                });
    }

    private static void refuseMfaDelete(Fields fields) {
        switch (fields.word("MfaDelete").orElse("Disabled")) {
            case "Disabled" -> {}
            case "Enabled" -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            default -> throw Fields.malformed();
        }
    }

    public XmlWriter write() {
        var xml = XmlWriter.s3("VersioningConfiguration");
        return switch (versioning) {
            case NEVER -> xml;
            case ENABLED -> xml.text("Status", "Enabled");
            case SUSPENDED -> xml.text("Status", "Suspended");
        };
    }
}
