package io.dure.engines.objects.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is remembered of buckets, and for how long.
class BucketsTests {
    private static final Namespace OWNER = new Namespace(UUID.randomUUID());
    private static final String NOTHING_BLOCKED = PublicAccessBlock.NONE.write().document();

    private final InMemoryMetadata metadata = new InMemoryMetadata(0);
    private final AtomicInteger questions = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private Runnable afterQuestion = () -> {};
    private final Buckets buckets = new Buckets(counted(metadata), () -> now);

    @BeforeEach
    void makeABucket() {
        buckets.create(OWNER, new Bucket("photos", Instant.EPOCH));
    }

    private PublicAccessBlock block() {
        return buckets.require(OWNER, "photos").block();
    }

    @Test
    void rulesAreAskedForOnceInFiveSeconds() {
        block();
        now = now.plus(Duration.ofMillis(4_999));
        block();
        assertThat(questions).hasValue(1);

        now = now.plus(Duration.ofMillis(1));
        block();
        assertThat(questions).hasValue(2);
    }

    @Test
    void whatIsChangedHereCountsAtOnce() {
        assertThat(block()).isEqualTo(PublicAccessBlock.OF_NEW_BUCKETS);
        buckets.put(OWNER, "photos", BucketDocument.PUBLIC_ACCESS, NOTHING_BLOCKED);
        assertThat(block()).isEqualTo(PublicAccessBlock.NONE);
        buckets.delete(OWNER, "photos");
        assertThat(buckets.rules(OWNER, "photos")).isEmpty();
        buckets.create(OWNER, new Bucket("photos", Instant.EPOCH));
        assertThat(block()).isEqualTo(PublicAccessBlock.OF_NEW_BUCKETS);
    }

    @Test
    void whatIsChangedElsewhereCountsLaterOrWhenSaid() {
        block();
        metadata.putDocument(OWNER, "photos", BucketDocument.PUBLIC_ACCESS, NOTHING_BLOCKED);
        assertThat(block()).isEqualTo(PublicAccessBlock.OF_NEW_BUCKETS);

        buckets.forget(OWNER, "photos");
        assertThat(block()).isEqualTo(PublicAccessBlock.NONE);
    }

    @Test
    void aDocumentWithADefaultIsNotTheDefaultOnceDeleted() {
        buckets.remove(OWNER, "photos", BucketDocument.PUBLIC_ACCESS);

        assertThat(block()).isEqualTo(PublicAccessBlock.NONE);
    }

    @Test
    void thatABucketIsNotThereIsNotRemembered() {
        assertThat(buckets.rules(OWNER, "later")).isEmpty();
        assertThatThrownBy(() -> buckets.require(OWNER, "later")).isInstanceOf(S3Exception.class);

        metadata.createBucket(OWNER, new Bucket("later", Instant.EPOCH));

        assertThat(buckets.rules(OWNER, "later")).isPresent();
    }

    @Test
    void bucketsOfOneNameAreTheirNamespacesOwn() {
        buckets.put(OWNER, "photos", BucketDocument.PUBLIC_ACCESS, NOTHING_BLOCKED);
        var other = new Namespace(UUID.randomUUID());
        buckets.create(other, new Bucket("photos", Instant.EPOCH));

        assertThat(buckets.require(other, "photos").block())
                .isEqualTo(PublicAccessBlock.OF_NEW_BUCKETS);
    }

    /// The answer was read before the change, and remembered after it.
    @Test
    void aChangeDuringTheQuestionIsNotForgotten() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        afterQuestion =
                () -> {
                    asked.countDown();
                    await(changed);
                };
        var reader = Thread.ofVirtual().start(this::block);
        asked.await();
        metadata.putDocument(OWNER, "photos", BucketDocument.PUBLIC_ACCESS, NOTHING_BLOCKED);
        var writer = Thread.ofVirtual().start(() -> buckets.forget(OWNER, "photos"));
        changed.countDown();
        reader.join();
        writer.join();

        assertThat(block()).isEqualTo(PublicAccessBlock.NONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Metadata counted(Metadata counted) {
        return (Metadata)
                Proxy.newProxyInstance(
                        Metadata.class.getClassLoader(),
                        new Class<?>[] {Metadata.class},
                        (_, method, arguments) -> {
                            try {
                                var answer = method.invoke(counted, arguments);
                                if (method.getName().equals("configured")) {
                                    questions.incrementAndGet();
                                    afterQuestion.run();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
