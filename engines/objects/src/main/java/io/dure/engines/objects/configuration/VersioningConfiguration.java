package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;

/// Whether a bucket keeps what is overwritten and deleted. Amazon S3 API Reference,
/// "PutBucketVersioning".
public record VersioningConfiguration(Status status) {
    private static final int MOST_BYTES = 4 * 1024;

    /// A bucket never goes back to having none.
    public enum Status {
        ENABLED("Enabled"),
        SUSPENDED("Suspended");

        private final String word;

        Status(String word) {
            this.word = word;
        }
    }

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
                    case "Enabled" -> Status.ENABLED;
                    case "Suspended" -> Status.SUSPENDED;
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
        return XmlWriter.s3("VersioningConfiguration").text("Status", status.word);
    }
}
