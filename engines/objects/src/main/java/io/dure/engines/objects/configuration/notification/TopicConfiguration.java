package io.dure.engines.objects.configuration.notification;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.List;

/// Which events one webhook is told of. Amazon S3 API Reference, "TopicConfiguration".
///
/// @param id unique in the bucket, up to 255 characters; messages carry it
/// @param events one or more, none of them twice
public record TopicConfiguration(
        String id, HookName hook, List<EventSelector> events, KeyFilter filter) {
    private static final int LONGEST_ID = 255;

    /// @throws S3Exception MalformedXML, InvalidArgument
    public TopicConfiguration {
        events = events.stream().distinct().toList();
        if (events.isEmpty()) {
            throw Fields.malformed();
        }
        if (id.length() > LONGEST_ID) {
            throw S3Exception.argument(
                    "ID", id, "ID length should not exceed allowed limit of " + LONGEST_ID);
        }
    }

    public boolean matches(Event event, String key) {
        return filter.matches(key) && events.stream().anyMatch(selector -> selector.matches(event));
    }

    boolean overlaps(TopicConfiguration other) {
        return filter.overlaps(other.filter)
                && events.stream().anyMatch(one -> other.events.stream().anyMatch(one::overlaps));
    }

    /// @param place among the configurations, of which the id is made if there is none
    static TopicConfiguration read(Element element, int place) {
        var fields = Fields.of(element, "Id", "Topic", "Event", "Filter");
        return new TopicConfiguration(
                fields.id("Id", place),
                HookName.ofArn(fields.requireWord("Topic")),
                fields.texts("Event").stream()
                        .map(event -> new EventSelector(event.strip()))
                        .toList(),
                fields.find("Filter").map(KeyFilter::read).orElse(KeyFilter.ALL));
    }

    void write(XmlWriter xml) {
        xml.element(
                "TopicConfiguration",
                topic -> {
                    topic.text("Id", id).text("Topic", hook.arn());
                    events.forEach(event -> topic.text("Event", event.id()));
                    filter.write(topic);
                });
    }
}
