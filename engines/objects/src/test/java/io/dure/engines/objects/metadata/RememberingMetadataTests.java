package io.dure.engines.objects.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class RememberingMetadataTests implements MetadataContract, VersionsContract, ExpiryContract {
    private static final long BYTES = 1_000_000;

    private final InMemoryMetadata memory = new InMemoryMetadata(QUOTA_BYTES);
    private final Slow slow = new Slow(memory);
    private final Metadata metadata = new RememberingMetadata(slow, BYTES);

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Namespace namespace() {
        return new Namespace(UUID.randomUUID());
    }

    /// Counts questions, and waits where a test says so.
    private static final class Slow extends ForwardingMetadata {
        private int questions;
        private CountDownLatch asked = new CountDownLatch(0);
        private CountDownLatch answer = new CountDownLatch(0);
        private CountDownLatch put = new CountDownLatch(0);
        private CountDownLatch acknowledge = new CountDownLatch(0);
        private Optional<RuntimeException> failure = Optional.empty();

        private Slow(Metadata inner) {
            super(inner);
        }

        @Override
        public Found find(
                Namespace namespace, String bucket, String key, Optional<VersionId> version) {
            questions++;
            var found = super.find(namespace, bucket, key, version);
            asked.countDown();
            await(answer);
            return found;
        }

        @Override
        public Written put(
                Namespace namespace,
                String bucket,
                StoredObject object,
                Precondition precondition,
                Unforced bytes) {
            failure.ifPresent(reason -> {
                throw reason;
            });
            var written = super.put(namespace, bucket, object, precondition, bytes);
            put.countDown();
            await(acknowledge);
            return written;
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Namespace withObject(String etag) {
        var namespace = namespace();
        metadata.createBucket(namespace, new Bucket("bucket", NOW));
        put(namespace, etag);
        return namespace;
    }

    private Written put(Namespace namespace, String etag) {
        var description =
                new OfObject("bucket", "key", etag, NOW, Attributes.NONE, Optional.empty());
        return metadata.put(
                namespace,
                "bucket",
                StoredObject.of(description, new StoredBody(UUID.randomUUID(), 1)),
                new Precondition.None());
    }

    private String etag(Namespace namespace) {
        return metadata.object(namespace, "bucket", "key").orElseThrow().etag();
    }

    @Test
    void whatWasFoundIsNotAskedForAgain() {
        var namespace = withObject("one");

        assertThat(List.of(etag(namespace), etag(namespace))).containsOnly("one");
        assertThat(slow.questions).isEqualTo(1);
        put(namespace, "two");
        assertThat(List.of(etag(namespace), etag(namespace))).containsOnly("two");
        assertThat(slow.questions).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsAskedForEachTime() {
        var namespace = namespace();
        metadata.createBucket(namespace, new Bucket("bucket", NOW));

        assertThat(metadata.object(namespace, "bucket", "key")).isEmpty();
        memory.put(
                namespace,
                "bucket",
                StoredObject.of(
                        new OfObject(
                                "bucket", "key", "one", NOW, Attributes.NONE, Optional.empty()),
                        new StoredBody(UUID.randomUUID(), 1)),
                new Precondition.None());

        assertThat(etag(namespace)).isEqualTo("one");
    }

    @Test
    void anAnswerOfBeforeAChangeIsNotRemembered() throws Exception {
        var namespace = withObject("one");
        slow.asked = new CountDownLatch(1);
        slow.answer = new CountDownLatch(1);
        var early = new FutureTask<>(() -> etag(namespace));
        Thread.ofVirtual().start(early);
        slow.asked.await();
        put(namespace, "two");
        slow.answer.countDown();

        assertThat(early.get()).isEqualTo("one");
        assertThat(etag(namespace)).isEqualTo("two");
    }

    @Test
    void nothingIsRememberedWhileItIsChanged() throws Exception {
        var namespace = withObject("one");
        assertThat(etag(namespace)).isEqualTo("one");
        slow.put = new CountDownLatch(1);
        slow.acknowledge = new CountDownLatch(1);
        var change = new FutureTask<>(() -> put(namespace, "two"));
        Thread.ofVirtual().start(change);
        slow.put.await();

        assertThat(etag(namespace)).isEqualTo("two");
        slow.acknowledge.countDown();
        change.get();
        assertThat(etag(namespace)).isEqualTo("two");
        assertThat(slow.questions).isEqualTo(3);
    }

    /// It may come to pass after everybody looked.
    @Test
    void whatNobodyHeardTheEndOfIsNotRememberedAnyMore() {
        var namespace = withObject("one");
        slow.failure = Optional.of(new IllegalStateException("the line broke"));
        assertThatThrownBy(() -> put(namespace, "two")).isInstanceOf(IllegalStateException.class);

        assertThat(etag(namespace)).isEqualTo("one");
        memory.put(
                namespace,
                "bucket",
                memory.object(namespace, "bucket", "key")
                        .orElseThrow()
                        .withBodies(List.of(new StoredBody(UUID.randomUUID(), 1))),
                new Precondition.None());
        assertThat(metadata.object(namespace, "bucket", "key"))
                .isEqualTo(memory.object(namespace, "bucket", "key"));
    }

    @Test
    void whatWasRefusedIsRememberedAsItIs() {
        var namespace = withObject("one");
        slow.failure = Optional.of(new S3Exception(S3Error.QUOTA_EXCEEDED));
        assertThatThrownBy(() -> put(namespace, "two")).isInstanceOf(S3Exception.class);

        assertThat(List.of(etag(namespace), etag(namespace))).containsOnly("one");
        assertThat(slow.questions).isEqualTo(1);
    }

    @Test
    void aBucketThatIsForgottenIsAskedForAgain() {
        var namespace = withObject("one");
        assertThat(etag(namespace)).isEqualTo("one");

        metadata.forget(namespace, "bucket");

        assertThat(etag(namespace)).isEqualTo("one");
        assertThat(slow.questions).isEqualTo(2);
    }

    @Test
    void itTakesNoMoreThanItMay() {
        var small = new RememberingMetadata(slow, 1);
        var namespace = withObject("one");

        small.object(namespace, "bucket", "key");
        small.object(namespace, "bucket", "key");

        assertThat(slow.questions).isEqualTo(2);
    }
}
