package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.events.ObjectEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/// What webhooks are told of a bucket.
class EventTests {
    private static final String BUCKET = "bucket";
    private static final String HOOK = "arn:dure:hooks:::hook";

    private final S3ServerFixture server = new S3ServerFixture();
    private final AccessKey key = server.key();
    private final S3Client s3 = server.client(key);

    @BeforeEach
    void makeBucket() {
        server.events().add("hook");
        s3.createBucket(b -> b.bucket(BUCKET));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void listen(String hook, String... events) {
        var topic =
                TopicConfiguration.builder()
                        .id("mine")
                        .topicArn(hook)
                        .eventsWithStrings(events)
                        .build();
        s3.putBucketNotificationConfiguration(b ->
                b.bucket(BUCKET)
                        .notificationConfiguration(
                                NotificationConfiguration.builder()
                                        .topicConfigurations(topic)
                                        .build()));
    }

    private void put(String name) {
        s3.putObject(b -> b.bucket(BUCKET).key(name), RequestBody.fromString("내용"));
    }

    private List<String> told() {
        return server.events().told().stream()
                .map(ObjectEvent::record)
                .map(record -> record.event().id() + " " + record.subject().key())
                .toList();
    }

    private EventRecord last() {
        return server.events().told().getLast().record();
    }

    @Test
    void whoeverPutsAndTakesAwayIsTold() {
        listen(HOOK, "s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:ObjectTagging:*");
        put("가 나.txt");
        var put = last();
        s3.copyObject(b ->
                b.sourceBucket(BUCKET)
                        .sourceKey("가 나.txt")
                        .destinationBucket(BUCKET)
                        .destinationKey("copy"));
        s3.putObjectTagging(b ->
                b.bucket(BUCKET)
                        .key("copy")
                        .tagging(t -> t.tagSet(Tag.builder().key("k").value("v").build())));
        s3.deleteObjectTagging(b -> b.bucket(BUCKET).key("copy"));
        complete("large");
        s3.deleteObject(b -> b.bucket(BUCKET).key("copy"));
        s3.deleteObjects(b ->
                b.bucket(BUCKET)
                        .delete(d -> d.objects(ObjectIdentifier.builder().key("large").build())));

        assertThat(told())
                .containsExactly(
                        "s3:ObjectCreated:Put 가 나.txt",
                        "s3:ObjectCreated:Copy copy",
                        "s3:ObjectTagging:Put copy",
                        "s3:ObjectTagging:Delete copy",
                        "s3:ObjectCreated:CompleteMultipartUpload large",
                        "s3:ObjectRemoved:Delete copy",
                        "s3:ObjectRemoved:Delete large");
        assertThat(put.bucket()).isEqualTo(BUCKET);
        assertThat(put.configuration()).isEqualTo("mine");
        assertThat(put.request().principal()).isEqualTo(key.id());
        assertThat(put.request().sourceAddress()).isEqualTo("127.0.0.1");
        assertThat(put.subject().size()).contains(6L);
        assertThat(put.subject().versionId()).isEmpty();
    }

    private void complete(String name) {
        var upload = s3.createMultipartUpload(b -> b.bucket(BUCKET).key(name)).uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket(BUCKET).key(name).uploadId(upload).partNumber(1),
                        RequestBody.fromString("x"));
        s3.completeMultipartUpload(b ->
                b.bucket(BUCKET)
                        .key(name)
                        .uploadId(upload)
                        .multipartUpload(m ->
                                m.parts(
                                        CompletedPart.builder()
                                                .partNumber(1)
                                                .eTag(part.eTag())
                                                .build())));
    }

    @Test
    void markersAreToldFromDeletionsAndVersionsAreNamed() {
        s3.putBucketVersioning(b ->
                b.bucket(BUCKET)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        listen(HOOK, "s3:ObjectCreated:Put", "s3:ObjectRemoved:DeleteMarkerCreated");
        var version =
                s3.putObject(b -> b.bucket(BUCKET).key("k"), RequestBody.fromString("x"))
                        .versionId();
        assertThat(last().subject().versionId()).contains(version);

        var marker = s3.deleteObject(b -> b.bucket(BUCKET).key("k")).versionId();
        s3.deleteObject(b -> b.bucket(BUCKET).key("k").versionId(version));

        assertThat(told())
                .containsExactly(
                        "s3:ObjectCreated:Put k", "s3:ObjectRemoved:DeleteMarkerCreated k");
        assertThat(last().subject().versionId()).contains(marker);
    }

    @Test
    void whatIsRefusedIsNotTold() {
        listen(HOOK, Event.S3_OBJECT_CREATED.toString());
        put("k");

        assertThatThrownBy(() ->
                        s3.putObject(
                                b -> b.bucket(BUCKET).key("k").ifNoneMatch("*"),
                                RequestBody.fromString("x")))
                .isInstanceOf(S3Exception.class);

        assertThat(told()).hasSize(1);
    }

    @Test
    void aWebhookIsIntroducedAndOneThatIsNotThereRefused() {
        assertThatThrownBy(() -> listen("arn:dure:hooks:::nobody", "s3:ObjectCreated:*"))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidArgument");
                            assertThat(e.awsErrorDetails().errorMessage())
                                    .isEqualTo(
                                            "Unable to validate the following destination"
                                                    + " configurations");
                        });
        listen(HOOK, "s3:ObjectCreated:*");

        assertThat(server.events().sent())
                .singleElement()
                .satisfies(message ->
                        assertThat(message).contains("s3:TestEvent", "\"Bucket\":\"bucket\""));
    }

    @Test
    void whoDoesNotListenHearsNothing() {
        put("k");
        listen(HOOK, "s3:ObjectRemoved:*");
        put("k");

        assertThat(told()).isEmpty();
    }
}
