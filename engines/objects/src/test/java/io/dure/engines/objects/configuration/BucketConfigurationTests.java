package io.dure.engines.objects.configuration;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.configuration.OwnershipControls.ObjectOwnership;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.metadata.Versioning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The documents of a few words.
class BucketConfigurationTests {
    private static VersioningConfiguration versioning(String inside) {
        return VersioningConfiguration.parse(
                bytes("<VersioningConfiguration>" + inside + "</VersioningConfiguration>"));
    }

    @Test
    void versioningIsEnabledOrSuspended() {
        assertThat(versioning("<Status>Enabled</Status>").versioning())
                .isEqualTo(Versioning.ENABLED);
        assertThat(versioning("<Status>Suspended</Status>").versioning())
                .isEqualTo(Versioning.SUSPENDED);
        assertRefused(S3Error.MALFORMED_XML, () -> versioning("<Status>enabled</Status>"));
        assertRefused(S3Error.MALFORMED_XML, () -> versioning("<Status>Disabled</Status>"));
        assertRefused(S3Error.ILLEGAL_VERSIONING_CONFIGURATION, () -> versioning(""));
        assertRefused(
                S3Error.NOT_IMPLEMENTED,
                () -> versioning("<Status>Enabled</Status><MfaDelete>Enabled</MfaDelete>"));
    }

    @Test
    void anObjectHasOneOwnership() {
        var rule = "<Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>";

        assertThat(ownership(rule).ownership()).isEqualTo(ObjectOwnership.OBJECT_WRITER);
        assertRefused(S3Error.MALFORMED_XML, () -> ownership(rule + rule));
        assertRefused(S3Error.MALFORMED_XML, () -> ownership(rule.replace("Writer", "Reader")));
        assertRefused(S3Error.MALFORMED_XML, () -> ownership("<Rule/>"));
    }

    private static OwnershipControls ownership(String inside) {
        return OwnershipControls.parse(
                bytes("<OwnershipControls>" + inside + "</OwnershipControls>"));
    }

    @Test
    void whatIsNotBlockedIsOpen() {
        var document =
                bytes(
                        "<PublicAccessBlockConfiguration><BlockPublicPolicy>true</BlockPublicPolicy></PublicAccessBlockConfiguration>");

        assertThat(PublicAccessBlock.parse(document))
                .isEqualTo(new PublicAccessBlock(false, false, true, false));
        assertThat(PublicAccessBlock.parse(bytes("<PublicAccessBlockConfiguration/>")))
                .isEqualTo(PublicAccessBlock.NONE);
    }

    private static EncryptionConfiguration encryption(String rule) {
        return EncryptionConfiguration.parse(
                bytes(
                        "<ServerSideEncryptionConfiguration>"
                                + rule
                                + "</ServerSideEncryptionConfiguration>"));
    }

    private static String rule(String byDefault) {
        return "<Rule><ApplyServerSideEncryptionByDefault>"
                + byDefault
                + "</ApplyServerSideEncryptionByDefault></Rule>";
    }

    @Test
    void onlyTheServersOwnKeysEncrypt() {
        var aes = "<SSEAlgorithm>AES256</SSEAlgorithm>";

        assertThat(encryption(rule(aes))).isEqualTo(new EncryptionConfiguration(false));
        assertRefused(
                S3Error.NOT_IMPLEMENTED, () -> encryption(rule(aes.replace("AES256", "aws:kms"))));
        assertRefused(
                S3Error.MALFORMED_XML, () -> encryption(rule(aes.replace("AES256", "AES128"))));
        assertRefused(S3Error.MALFORMED_XML, () -> encryption(rule(aes) + rule(aes)));
        assertRefused(S3Error.MALFORMED_XML, () -> encryption(""));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
                () -> encryption(rule(aes + "<KMSMasterKeyID>k</KMSMasterKeyID>")));
    }

    @Test
    void noUploadIsRefusedForItsEncryption() {
        var blocks =
                "<Rule><BlockedEncryptionTypes><EncryptionType>NONE</EncryptionType></BlockedEncryptionTypes></Rule>";

        assertThat(encryption(blocks)).isEqualTo(new EncryptionConfiguration(false));
        assertRefused(S3Error.NOT_IMPLEMENTED, () -> encryption(blocks.replace("NONE", "SSE-C")));
        assertRefused(S3Error.MALFORMED_XML, () -> encryption(blocks.replace("NONE", "none")));
        assertRefused(S3Error.MALFORMED_XML, () -> encryption("<Rule/>"));
    }

    private static BucketLogging logging(String inside) {
        return BucketLogging.parse(
                bytes("<BucketLoggingStatus>" + inside + "</BucketLoggingStatus>"));
    }

    private static String enabled(String more) {
        return "<LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix>p/</TargetPrefix>"
                + more
                + "</LoggingEnabled>";
    }

    @Test
    void anAccessLogGoesToABucket() {
        assertThat(logging("").target()).isEmpty();
        assertThat(logging(enabled("")).target()).contains(new BucketLogging.Target("logs", "p/"));
        assertRefused(
                S3Error.MALFORMED_XML,
                () ->
                        logging(
                                "<LoggingEnabled><TargetBucket>logs</TargetBucket></LoggingEnabled>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TargetGrants><Grant/></TargetGrants>",
                "<TargetObjectKeyFormat><PartitionedPrefix/></TargetObjectKeyFormat>"
            })
    void anAccessLogHasNoGrantsAndOneForm(String more) {
        assertRefused(S3Error.NOT_IMPLEMENTED, () -> logging(enabled(more)));
    }

    @Test
    void theOwnerPaysForRequests() {
        var document =
                "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>";

        assertRefused(S3Error.NOT_IMPLEMENTED, () -> RequestPayment.parse(bytes(document)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Status>Enabled</Status><Unknown/>",
                "<Status>Enabled</Status><Status>Enabled</Status>",
                "<Status><Status>Enabled</Status></Status>",
                "text<Status>Enabled</Status>"
            })
    void whatTheSchemaDoesNotKnowIsRefused(String inside) {
        assertRefused(S3Error.MALFORMED_XML, () -> versioning(inside));
    }

    @Test
    void aDocumentHasItsLimit() {
        assertRefused(
                S3Error.MAX_MESSAGE_LENGTH_EXCEEDED,
                () -> versioning("<Status>Enabled</Status>" + " ".repeat(5000)));
    }
}
