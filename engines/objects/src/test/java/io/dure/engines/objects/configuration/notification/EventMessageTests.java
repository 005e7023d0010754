package io.dure.engines.objects.configuration.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.configuration.notification.EventRecord.Request;
import io.dure.engines.objects.configuration.notification.EventRecord.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventMessageTests {
    private static EventRecord record(Event event, Subject subject) {
        return new EventRecord(
                event,
                "us-east-1",
                Instant.parse("2026-11-28T01:02:03.004Z"),
                new Request("AKEXAMPLE", "192.0.2.1", "R1"),
                "photos",
                "org",
                "새 \"사진\"",
                subject);
    }

    @Test
    void aMessageIsWrittenAsS3WritesIt() {
        var subject =
                new Subject(
                        "red flower/한.jpg",
                        Optional.of(1024L),
                        Optional.of("d41d8cd98f00b204e9800998ecf8427e"),
                        Optional.of("v1"),
                        Optional.of("0055AED6DCD90281E5"));

        assertThat(EventMessage.write(List.of(record(Event.CREATED_PUT, subject))))
                .isEqualTo(
                        "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\","
                                + "\"eventTime\":\"2026-11-28T01:02:03.004Z\",\"eventName\":\"ObjectCreated:Put\","
                                + "\"userIdentity\":{\"principalId\":\"AKEXAMPLE\"},"
                                + "\"requestParameters\":{\"sourceIPAddress\":\"192.0.2.1\"},"
                                + "\"responseElements\":{\"x-amz-request-id\":\"R1\"},"
                                + "\"s3\":{\"s3SchemaVersion\":\"1.0\",\"configurationId\":\"새 \\\"사진\\\"\","
                                + "\"bucket\":{\"name\":\"photos\",\"ownerIdentity\":{\"principalId\":\"org\"},"
                                + "\"arn\":\"arn:aws:s3:::photos\"},"
                                + "\"object\":{\"key\":\"red+flower/%ED%95%9C.jpg\",\"size\":1024,"
                                + "\"eTag\":\"d41d8cd98f00b204e9800998ecf8427e\",\"versionId\":\"v1\","
                                + "\"sequencer\":\"0055AED6DCD90281E5\"}}}]}");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        var subject =
                new Subject(
                        "k",
                        Optional.empty(),
                        Optional.of("e"),
                        Optional.empty(),
                        Optional.empty());

        assertThat(EventMessage.write(List.of(record(Event.TAGGING_PUT, subject))))
                .contains("\"eventVersion\":\"2.3\"")
                .endsWith("\"object\":{\"key\":\"k\",\"eTag\":\"e\"}}}]}");
    }

    @Test
    void theFirstMessageIsATest() {
        var time = Instant.parse("2026-11-28T01:02:03.004Z");

        assertThat(EventMessage.test("photos", time, "R1"))
                .isEqualTo(
                        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2026-11-28T01:02:03.004Z\","
                                + "\"Bucket\":\"photos\",\"RequestId\":\"R1\"}");
    }
}
