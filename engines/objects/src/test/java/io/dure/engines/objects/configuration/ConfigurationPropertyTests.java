package io.dure.engines.objects.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.configuration.acl.AccessControlPolicy;
import io.dure.engines.objects.configuration.cors.CorsConfiguration;
import io.dure.engines.objects.configuration.lifecycle.LifecycleConfiguration;
import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.ObjectLockConfiguration;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.configuration.tagging.BucketTags;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every document.
class ConfigurationPropertyTests {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    /// A document that says all that its kind can, and how it is read and written.
    enum Kind {
        VERSIONING(
                "<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Disabled</MfaDelete></VersioningConfiguration>",
                VersioningConfiguration::parse,
                VersioningConfiguration::write),
        OWNERSHIP(
                "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>",
                OwnershipControls::parse,
                OwnershipControls::write),
        PUBLIC_ACCESS(
                "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>FALSE</IgnorePublicAcls>"
                        + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>",
                PublicAccessBlock::parse,
                PublicAccessBlock::write),
        ENCRYPTION(
                "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                        + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>",
                EncryptionConfiguration::parse,
                EncryptionConfiguration::write),
        LOGGING(
                "<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix>a &amp; b/</TargetPrefix>"
                        + "<TargetGrants/><TargetObjectKeyFormat><SimplePrefix/></TargetObjectKeyFormat></LoggingEnabled></BucketLoggingStatus>",
                BucketLogging::parse,
                BucketLogging::write),
        REQUEST_PAYMENT(
                "<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>",
                RequestPayment::parse,
                RequestPayment::write),
        BUCKET_TAGS(
                "<Tagging><TagSet><Tag><Key>부서</Key><Value>연구 1</Value></Tag><Tag><Key>b</Key><Value/></Tag></TagSet></Tagging>",
                BucketTags::parse,
                BucketTags::write),
        OBJECT_TAGS(
                "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>b</Key><Value>2</Value></Tag></TagSet></Tagging>",
                ObjectTags::parse,
                ObjectTags::write),
        CORS(
                "<CORSConfiguration><CORSRule><ID>one</ID><AllowedOrigin>https://*.example.com</AllowedOrigin><AllowedMethod>GET</AllowedMethod>"
                        + "<AllowedMethod>HEAD</AllowedMethod><AllowedHeader>x-amz-*</AllowedHeader><ExposeHeader>ETag</ExposeHeader>"
                        + "<MaxAgeSeconds>3000</MaxAgeSeconds></CORSRule><CORSRule><AllowedOrigin>*</AllowedOrigin>"
                        + "<AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>",
                CorsConfiguration::parse,
                CorsConfiguration::write),
        LIFECYCLE(
                "<LifecycleConfiguration><Rule><ID>old</ID><Filter><And><Prefix>logs/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag>"
                        + "<ObjectSizeGreaterThan>10</ObjectSizeGreaterThan><ObjectSizeLessThan>20</ObjectSizeLessThan></And></Filter>"
                        + "<Status>Enabled</Status><Expiration><Date>2026-01-01T00:00:00Z</Date></Expiration><NoncurrentVersionExpiration>"
                        + "<NewerNoncurrentVersions>3</NewerNoncurrentVersions><NoncurrentDays>5</NoncurrentDays></NoncurrentVersionExpiration></Rule>"
                        + "<Rule><Filter/><Status>Disabled</Status><Expiration><Days>1</Days></Expiration><AbortIncompleteMultipartUpload>"
                        + "<DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule><Rule><Filter><Tag><Key>a</Key>"
                        + "<Value>b</Value></Tag></Filter><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule><Rule><Filter>"
                        + "<Prefix>x</Prefix></Filter><Status>Enabled</Status><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker>"
                        + "</Expiration></Rule></LifecycleConfiguration>",
                LifecycleConfiguration::parse,
                LifecycleConfiguration::write),
        LEGACY_LIFECYCLE(
                "<LifecycleConfiguration><Rule><Prefix>a/</Prefix><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>"
                        + "<Rule><Prefix>b/</Prefix><Status>Enabled</Status><NoncurrentVersionExpiration><NoncurrentDays>5</NoncurrentDays>"
                        + "</NoncurrentVersionExpiration></Rule></LifecycleConfiguration>",
                LifecycleConfiguration::parse,
                LifecycleConfiguration::write),
        NOTIFICATION(
                "<NotificationConfiguration><TopicConfiguration><Id>one</Id><Topic>arn:dure:hooks:::scan</Topic><Event>s3:ObjectCreated:*</Event>"
                        + "<Event>s3:ObjectRemoved:Delete</Event><Filter><S3Key><FilterRule><Name>prefix</Name><Value>in/</Value></FilterRule>"
                        + "<FilterRule><Name>Suffix</Name><Value>.jpg</Value></FilterRule></S3Key></Filter></TopicConfiguration><TopicConfiguration>"
                        + "<Topic>arn:dure:hooks:::scan</Topic><Event>s3:ObjectAcl:Put</Event></TopicConfiguration></NotificationConfiguration>",
                NotificationConfiguration::parse,
                NotificationConfiguration::write),
        OBJECT_LOCK(
                "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode>"
                        + "<Days>30</Days></DefaultRetention></Rule></ObjectLockConfiguration>",
                ObjectLockConfiguration::parse,
                ObjectLockConfiguration::write),
        RETENTION(
                "<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>2030-01-01T12:30:00.123456+09:00</RetainUntilDate></Retention>",
                document -> Retention.parse(document, NOW),
                retention ->
                        retention.map(Retention::write).orElseGet(() -> XmlWriter.s3("Retention"))),
        LEGAL_HOLD(
                "<LegalHold><Status>ON</Status></LegalHold>", LegalHold::parse, LegalHold::write),
        ACL(
                "<AccessControlPolicy><Owner><ID>018f3c1e-7b5a-7c3d-9e2f-000000000001</ID></Owner><AccessControlList><Grant>"
                        + "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\">"
                        + "<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant><Grant>"
                        + "<Grantee><ID>018f3c1e-7b5a-7c3d-9e2f-000000000002</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>"
                        + "</AccessControlList></AccessControlPolicy>",
                AccessControlPolicy::parse,
                AccessControlPolicy::write);

        private final String example;
        private final Form<?> form;

        <T> Kind(String example, Function<byte[], T> parse, Function<T, XmlWriter> write) {
            this.example = example;
            this.form = new Form<>(parse, write);
        }
    }

    /// A kind's reader and writer.
    private record Form<T>(Function<byte[], T> parse, Function<T, XmlWriter> write) {
        /// Reads a document, and holds what is read against what is written of it.
        ///
        /// @return whether it was taken
        private boolean check(byte[] document) {
            var read = read(document);
            read.ifPresent(
                    value -> assertThat(parse.apply(write.apply(value).bytes())).isEqualTo(value));
            return read.isPresent();
        }

        private Optional<T> read(byte[] document) {
            try {
                return Optional.of(parse.apply(document));
            } catch (S3Exception e) {
                return Optional.empty();
            }
        }
    }

    private static final List<String> PIECES =
            List.of(
                    "",
                    "0",
                    "-1",
                    "1",
                    "101",
                    "99999999999",
                    "999999999999999999999",
                    " true ",
                    "Enabled",
                    "9999-12-31",
                    "-0001-01-01T00:00:00Z",
                    "+999999999-12-31T00:00:00Z",
                    "*",
                    "a*b*c",
                    "<a/>",
                    "&#13;&#9;",
                    "😀",
                    "aws:x",
                    "x".repeat(2000));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrittenIsRead(Kind kind) {
        assertThat(kind.form.check(kind.example.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noDocumentIsTakenThatCannotBeWritten(Kind kind) {
        var random = new Random(kind.name().hashCode());
        var taken = 0;
        for (var round = 0; round < 1500; round++) {
            var document = bent(kind.example, random).getBytes(StandardCharsets.UTF_8);
            if (round % 5 == 0) {
                document[random.nextInt(document.length)] = (byte) random.nextInt(256);
            }
            taken += kind.form.check(document) ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 1499);
    }

    /// The document with a text replaced, or with an element left out, put twice or elsewhere.
    private static String bent(String document, Random random) {
        var text = document;
        for (var bends = 1 + random.nextInt(3); bends > 0; bends--) {
            var start = text.indexOf('>', random.nextInt(text.length())) + 1;
            var end = Math.max(start, text.indexOf('<', start));
            text =
                    switch (random.nextInt(4)) {
                        case 0 -> text.substring(0, start) + piece(random) + text.substring(end);
                        case 1 -> without(text, start);
                        case 2 ->
                                text.substring(0, start)
                                        + element(text, random)
                                        + text.substring(start);
                        default -> text.substring(0, start) + "\n  " + text.substring(start);
                    };
        }
        return text.isEmpty() ? "<" : text;
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static String without(String text, int from) {
        var element = elementFrom(text, text.indexOf('<', from));
        return element.isEmpty() ? text : text.replace(element, "");
    }

    private static String element(String text, Random random) {
        return elementFrom(text, text.indexOf('<', random.nextInt(text.length())));
    }

    private static String elementFrom(String text, int start) {
        var end = start < 0 ? -1 : text.indexOf('>', start);
        if (end < 0 || text.charAt(start + 1) == '/') {
            return "";
        }
        var closing = "</" + text.substring(start + 1, end).split("[ />]")[0] + ">";
        var last = text.indexOf(closing, end);
        return last < 0 ? "" : text.substring(start, last + closing.length());
    }
}
