package io.dure.engines.objects.configuration.notification;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Who is told of a bucket's events. Amazon S3 API Reference, "PutBucketNotificationConfiguration".
///
/// @param topics up to 100; none of two is told of the same event of the same key
public record NotificationConfiguration(List<TopicConfiguration> topics) {
    /// A hundred configurations with long filters.
    private static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_TOPICS = 100;

    /// @throws S3Exception InvalidArgument
    public NotificationConfiguration {
        topics = List.copyOf(topics);
        if (topics.size() > MOST_TOPICS) {
            throw invalid("A bucket cannot have more than 100 notification configurations.");
        }
        var ids = new HashSet<String>();
        if (!topics.stream().map(TopicConfiguration::id).allMatch(ids::add)) {
            throw invalid("Same ID used for multiple configurations. IDs must be unique");
        }
        requireUnambiguous(topics);
    }

    private static void requireUnambiguous(List<TopicConfiguration> topics) {
        for (var at = 0; at < topics.size(); at++) {
            var one = topics.get(at);
            if (topics.subList(at + 1, topics.size()).stream().anyMatch(one::overlaps)) {
                throw invalid(
                        "Configuration is ambiguously defined. Cannot have overlapping suffixes in"
                                + " two rules if the prefixes are overlapping for the same event type.");
            }
        }
    }

    private static S3Exception invalid(String message) {
        return new S3Exception(S3Error.INVALID_ARGUMENT, message);
    }

    /// @throws S3Exception MaxMessageLengthExceeded, MalformedXML, InvalidArgument; NotImplemented
    ///   for queues, functions and event buses
    public static NotificationConfiguration parse(byte[] document) {
        var fields =
                Fields.read(
                        document,
                        MOST_BYTES,
                        "NotificationConfiguration",
                        "TopicConfiguration",
                        "QueueConfiguration",
                        "CloudFunctionConfiguration",
                        "EventBridgeConfiguration");
        var elements = fields.all("TopicConfiguration");
        if (elements.size() < fields.size()) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        return new NotificationConfiguration(
                IntStream.range(0, elements.size())
                        .mapToObj(place -> TopicConfiguration.read(elements.get(place), place))
                        .toList());
    }

    public XmlWriter write() {
        var xml = XmlWriter.s3("NotificationConfiguration");
        topics.forEach(topic -> topic.write(xml));
        return xml;
    }

    /// Whose webhooks are told of an event.
    public List<TopicConfiguration> targets(Event event, String key) {
        return topics.stream().filter(topic -> topic.matches(event, key)).toList();
    }
}
