package io.dure.engines.objects.configuration.notification;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Percent;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What webhooks are sent, letter by letter as S3 would. Amazon S3 User Guide, "Event message
/// structure".
public final class EventMessage {
    private static final JsonFactory JSON = new JsonFactory();

    private EventMessage() {}

    /// A JSON document with these records.
    public static String write(List<EventRecord> records) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("Records");
            records.forEach(record -> write(record, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// The first message to a webhook, which says that it is told of a bucket from now on.
    public static String test(String bucket, Instant time, String requestId) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("Service", "Amazon S3");
            json.writeStringProperty("Event", "s3:TestEvent");
            json.writeStringProperty("Time", HttpDates.xml(time));
            json.writeStringProperty("Bucket", bucket);
            json.writeStringProperty("RequestId", requestId);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(EventRecord record, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("eventVersion", record.event().messageVersion());
        json.writeStringProperty("eventSource", "aws:s3");
        json.writeStringProperty("awsRegion", record.region());
        json.writeStringProperty("eventTime", HttpDates.xml(record.time()));
        json.writeStringProperty("eventName", record.event().id().substring("s3:".length()));
        writeRequest(record.request(), json);
        json.writeObjectPropertyStart("s3");
        json.writeStringProperty("s3SchemaVersion", "1.0");
        json.writeStringProperty("configurationId", record.configuration());
        writeBucket(record, json);
        writeObject(record.subject(), json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeRequest(EventRecord.Request request, JsonGenerator json) {
        writePrincipal("userIdentity", request.principal(), json);
        json.writeObjectPropertyStart("requestParameters");
        json.writeStringProperty("sourceIPAddress", request.sourceAddress());
        json.writeEndObject();
        json.writeObjectPropertyStart("responseElements");
        json.writeStringProperty("x-amz-request-id", request.id());
        json.writeEndObject();
    }

    private static void writeBucket(EventRecord record, JsonGenerator json) {
        json.writeObjectPropertyStart("bucket");
        json.writeStringProperty("name", record.bucket());
        writePrincipal("ownerIdentity", record.owner(), json);
        json.writeStringProperty("arn", "arn:aws:s3:::" + record.bucket());
        json.writeEndObject();
    }

    private static void writePrincipal(String name, String id, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("principalId", id);
        json.writeEndObject();
    }

    private static void writeObject(EventRecord.Subject subject, JsonGenerator json) {
        json.writeObjectPropertyStart("object");
        json.writeStringProperty("key", encoded(subject.key()));
        subject.size().ifPresent(size -> json.writeNumberProperty("size", size));
        write("eTag", subject.etag(), json);
        write("versionId", subject.versionId(), json);
        write("sequencer", subject.sequencer(), json);
        json.writeEndObject();
    }

    private static void write(String name, Optional<String> value, JsonGenerator json) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }

    /// As forms are, but for slashes: `red flower.jpg` is `red+flower.jpg`.
    private static String encoded(String key) {
        return Percent.encodePath(key).replace("%20", "+");
    }
}
