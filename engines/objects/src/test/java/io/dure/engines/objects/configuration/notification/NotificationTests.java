package io.dure.engines.objects.configuration.notification;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.error.S3Error;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTests {
    private static final String CREATED = "<Event>s3:ObjectCreated:*</Event>";

    private static NotificationConfiguration configuration(String... topics) {
        return NotificationConfiguration.parse(
                bytes(
                        "<NotificationConfiguration>"
                                + String.join("", topics)
                                + "</NotificationConfiguration>"));
    }

    private static String topic(String inside) {
        return "<TopicConfiguration><Topic>arn:dure:hooks:::hook</Topic>"
                + inside
                + "</TopicConfiguration>";
    }

    private static String filter(String prefix, String suffix) {
        return "<Filter><S3Key><FilterRule><Name>prefix</Name><Value>"
                + prefix
                + "</Value></FilterRule><FilterRule><Name>suffix</Name><Value>"
                + suffix
                + "</Value></FilterRule></S3Key></Filter>";
    }

    @Test
    void anEmptyDocumentTellsNobody() {
        assertThat(configuration().topics()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void everyEventIsKnownByItsNameAndItsKind(Event event) {
        var kind = event.id().substring(0, event.id().lastIndexOf(':')) + ":*";

        assertThat(new EventSelector(event.id()).matches(event)).isTrue();
        assertThat(new EventSelector(kind).matches(event)).isTrue();
    }

    @Test
    void whoAskedIsTold() {
        var configuration =
                configuration(
                        topic("<Id>jpg</Id>" + CREATED + filter("in/", ".jpg")),
                        topic("<Id>png</Id>" + CREATED + filter("in/", ".png")),
                        topic("<Id>gone</Id><Event>s3:ObjectRemoved:Delete</Event>"));

        assertThat(configuration.targets(Event.CREATED_PUT, "in/a.jpg"))
                .extracting(TopicConfiguration::id)
                .containsExactly("jpg");
        assertThat(configuration.targets(Event.CREATED_PUT, "out/a.jpg")).isEmpty();
        assertThat(configuration.targets(Event.REMOVED_DELETE, "x"))
                .extracting(TopicConfiguration::id)
                .containsExactly("gone");
        assertThat(configuration.targets(Event.REMOVED_DELETE_MARKER_CREATED, "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a/,'',a/b/,'',true",
        "a/,.jpg,a/b/,.png,false",
        "a/,.jpg,b/,.jpg,false",
        "'','',b/,.jpg,true",
        "a/,jpg,a/,pg,true"
    })
    void twoOfTheSameEventStayApart(
            String prefix, String suffix, String other, String ending, boolean overlap) {
        var topics =
                new String[] {
                    topic(CREATED + filter(prefix, suffix)),
                    topic("<Event>s3:ObjectCreated:Put</Event>" + filter(other, ending))
                };

        if (overlap) {
            assertRefused(
                    S3Error.INVALID_ARGUMENT,
                    "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes"
                            + " are overlapping for the same event type.",
                    () -> configuration(topics));
        } else {
            assertThat(configuration(topics).topics()).hasSize(2);
        }
    }

    @Test
    void ofDifferentEventsTheyMayOverlap() {
        var topics =
                configuration(topic(CREATED), topic("<Event>s3:ObjectRemoved:*</Event>")).topics();

        assertThat(topics).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QueueConfiguration",
                "CloudFunctionConfiguration",
                "EventBridgeConfiguration"
            })
    void onlyWebhooksAreTold(String element) {
        assertRefused(
                S3Error.NOT_IMPLEMENTED, () -> configuration(topic(CREATED), "<" + element + "/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hook",
                "arn:aws:sns:us-east-1:1:topic",
                "arn:dure:hooks:::",
                "arn:dure:hooks:::a b",
                "arn:dure:hooks:::a:b"
            })
    void anArnNamesAWebhook(String arn) {
        assertRefused(
                S3Error.INVALID_ARGUMENT, "The ARN could not be parsed", () -> HookName.ofArn(arn));
    }

    @Test
    void anEventIsOneOfS3s() {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "A specified event is not supported for notifications.",
                () -> configuration(topic("<Event>s3:ObjectEaten:*</Event>")));
        assertRefused(
                S3Error.NOT_IMPLEMENTED,
                () -> configuration(topic("<Event>s3:ObjectRestore:Post</Event>")));
        assertRefused(S3Error.MALFORMED_XML, () -> configuration(topic("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<FilterRule><Name>infix</Name><Value>a</Value></FilterRule>|filter rule name must be either prefix or suffix",
                "<FilterRule><Name>prefix</Name><Value>a</Value></FilterRule><FilterRule><Name>Prefix</Name><Value>b</Value></FilterRule>"
                        + "|Cannot specify more than one prefix rule in a filter."
            })
    void aFilterHasAPrefixAndASuffix(String rules, String message) {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                message,
                () ->
                        configuration(
                                topic(CREATED + "<Filter><S3Key>" + rules + "</S3Key></Filter>")));
    }

    @Test
    void aFilterHasItsLength() {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation",
                () -> configuration(topic(CREATED + filter("가".repeat(342), ""))));
    }

    @Test
    void idsAreUniqueAndThereAreAHundred() {
        var same = topic("<Id>same</Id><Event>s3:ObjectAcl:Put</Event>");
        var many =
                IntStream.range(0, 101)
                        .mapToObj(number -> topic(CREATED + filter(number + "/", "")))
                        .toArray(String[]::new);

        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Same ID used for multiple configurations. IDs must be unique",
                () -> configuration(same, topic("<Id>same</Id>" + CREATED)));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "A bucket cannot have more than 100 notification configurations.",
                () -> configuration(many));
    }
}
