package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/// When webhooks are sent what waits for them, and what becomes of it where they do not answer.
@ServerTest
@Import(TestingStorage.class)
class WebhookQueueTests {
    private static final String BUCKET = "photos";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Nobody listens there.
    private static final String DEAD = "http://127.0.0.1:9/hook";

    @Autowired TestingStorage storage;
    @Autowired TestingOwner database;
    @Autowired Webhooks webhooks;
    @Autowired Scoped scoped;
    @Autowired DSLContext sql;

    private TestingReceiver receiver;
    private Caller renter;

    @BeforeEach
    void open() throws IOException {
        receiver = new TestingReceiver();
        renter = storage.renter(1 << 30);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static <T> T in(Caller caller, Supplier<T> code) {
        return TenantScope.call(caller.tenant(), code::get);
    }

    private WebhookId make(Caller caller, String url) {
        return in(caller, () -> webhooks.create(caller, "hook", url)).webhook().id();
    }

    private Webhook find(WebhookId id) {
        return in(renter, () -> webhooks.find(renter, id));
    }

    private void test(Caller caller, WebhookId id) {
        in(
                caller,
                () -> {
                    webhooks.test(caller, id);
                    return true;
                });
    }

    private S3Client listen() {
        var s3 = storage.client(renter);
        s3.createBucket(b -> b.bucket(BUCKET));
        var topic =
                TopicConfiguration.builder()
                        .topicArn("arn:dure:hooks:::hook")
                        .eventsWithStrings("s3:ObjectCreated:*", "s3:ObjectRemoved:*")
                        .build();
        s3.putBucketNotificationConfiguration(b ->
                b.bucket(BUCKET)
                        .notificationConfiguration(
                                NotificationConfiguration.builder()
                                        .topicConfigurations(topic)
                                        .build()));
        return s3;
    }

    private static void put(S3Client s3, String key) {
        s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString("x"));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void postponeAll() {
        database.execute(
                "update storage.event_delivery set due_at = now() + interval '1 hour'"
                        + " where tenant_id = ? and due_at is not null",
                renter.tenant().value());
    }

    @Test
    void manyDeadWebhooksKeepNobodyElsesWaiting() throws InterruptedException {
        for (var number = 0; number < 150; number++) {
            var other = storage.renter(1 << 20);
            var hook = make(other, DEAD);
            test(other, hook);
            test(other, hook);
        }
        TimeUnit.SECONDS.sleep(8);

        var mine = make(renter, receiver.url());
        test(renter, mine);

        await(() -> receiver.taken().size() == 1);
    }

    @Test
    void slowWebhooksKeepNoOtherOfTheirOrganisationWaitingForLong() throws Exception {
        try (var slow = new TestingReceiver()) {
            slow.pauseFor(Duration.ofSeconds(2));
            for (var number = 0; number < 6; number++) {
                var name = "slow" + number;
                var made = in(renter, () -> webhooks.create(renter, name, slow.url()));
                for (var message = 0; message < 20; message++) {
                    test(renter, made.webhook().id());
                }
            }
            await(() -> slow.asked().size() >= 16);

            test(renter, make(renter, receiver.url()));

            await(() -> receiver.taken().size() == 1);
            assertThat(slow.taken()).hasSizeLessThan(120);
        }
    }

    @Test
    void whoDoesNotAnswerIsLetBeForLongerEachTime() throws InterruptedException {
        make(renter, receiver.url());
        var s3 = listen();
        await(() -> receiver.taken().size() == 1);
        receiver.answer(503);

        IntStream.range(0, 20).forEach(number -> put(s3, "k" + number));
        TimeUnit.SECONDS.sleep(12);

        // Four at once, then one after five seconds, and one ten seconds later.
        assertThat(receiver.asked()).hasSizeBetween(1 + 4, 1 + 6);
        receiver.answer(204);
        await(() -> receiver.taken().size() == 21);
    }

    @Test
    void whatOneMessageIsRefusedForKeepsNoOtherWaiting() throws InterruptedException {
        var hook = make(renter, receiver.url());
        receiver.answer(404);
        test(renter, hook);
        await(() -> find(hook).lastError().contains("404"));
        postponeAll();
        receiver.answer(204);

        test(renter, hook);

        await(() -> receiver.taken().size() == 1);
        await(() -> find(hook).waiting() == 1);
    }

    @Test
    void aMovedWebhookIsSentAtOnceWhatItsOldAddressDidNotTake() throws InterruptedException {
        var hook = make(renter, DEAD);
        var s3 = listen();
        put(s3, "a");
        s3.deleteObject(b -> b.bucket(BUCKET).key("a"));
        await(() -> !find(hook).lastError().isEmpty());
        postponeAll();

        in(renter, () -> webhooks.move(renter, hook, find(hook).version(), receiver.url()));

        await(() -> find(hook).waiting() == 0);
        assertThat(receiver.taken()).hasSize(3);
        assertThat(find(hook).lastError()).isEmpty();
    }

    @Test
    void whatIsADayOldIsDroppedWhereNobodyAnswers() throws InterruptedException {
        var hook = make(renter, DEAD);
        var s3 = listen();
        for (var number = 0; number < 10; number++) {
            put(s3, "k");
        }

        await(() -> !find(hook).lastError().isEmpty());
        database.execute(
                "update storage.event_delivery set created_at = now() - interval '25 hours'"
                        + " where tenant_id = ?",
                renter.tenant().value());
        test(renter, hook);

        await(() -> find(hook).dropped() == 11);
        assertThat(find(hook).waiting()).isEqualTo(1);
    }

    @Test
    void messagesOfManyAtOnceAllArriveAndInTheOrderOfTheirObject() throws Exception {
        var hook = make(renter, receiver.url());
        var s3 = listen();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<?>>();
            for (var writer = 0; writer < 6; writer++) {
                var key = "k" + writer % 3;
                writing.add(
                        threads.submit(() -> {
                            for (var number = 0; number < 40; number++) {
                                put(s3, key);
                            }
                        }));
            }
            for (var each : writing) {
                each.get();
            }
        }

        await(() -> find(hook).waiting() == 0);
        for (var key = 0; key < 3; key++) {
            var told = sequencers("k" + key);
            assertThat(told).hasSize(80).isSorted();
        }
    }

    @Test
    void nothingOfALongQueueIsReadButWhatIsTaken() {
        var hook = make(renter, DEAD);
        fill(hook);

        var now = InstantSource.system().instant();
        assertThat(plan(DeliveryRepository.DUE, hook.value(), now, 4))
                .contains("Index Scan using event_delivery_due", "rows=4")
                .doesNotContain("Sort", "Filter");
        delete(hook);
    }

    @Test
    void theEndOfALongQueueReadsItAFewTimesOnly() {
        var hook = make(renter, DEAD);
        fill(hook);

        var rows =
                scoped.write(
                        new Namespace(renter.tenant().value()),
                        () -> {
                            webhooks.delete(renter, hook);
                            return sql.fetchSingle(
                                            """
                                            select seq_tup_read + idx_tup_fetch
                                            from pg_stat_xact_user_tables
                                            where relid = 'storage.event_delivery'::regclass
                                            """)
                                    .get(0, Long.class);
                        });

        assertThat(rows).isBetween(200_000L, 1_000_000L);
        assertThat(database.count("storage.event_delivery", renter.tenant())).isZero();
    }

    private void delete(WebhookId hook) {
        in(
                renter,
                () -> {
                    webhooks.delete(renter, hook);
                    return true;
                });
    }

    /// Half of it about one object.
    private void fill(WebhookId hook) {
        database.execute(
                """
                insert into storage.event_delivery (tenant_id, number, webhook_id, object, body, created_at, due_at)
                select ?, nextval('storage.event_number'), ?,
                       'photos/' || case when n % 2 = 0 then n else 1 end, '{}', now(),
                       case when n % 2 = 0 or n = 1 then now() end
                from generate_series(1, 200000) n
                """,
                renter.tenant().value(), hook.value());
    }

    private String plan(String query, Object... values) {
        var lines =
                scoped.read(
                        new Namespace(renter.tenant().value()),
                        () -> {
                            sql.execute(DeliveryRepository.UNSORTED);
                            return sql.fetch(
                                            "explain (analyze, costs off, timing off) " + query,
                                            values)
                                    .getValues(0, String.class);
                        });
        return String.join("\n", lines);
    }

    private List<String> sequencers(String key) {
        var sequencer = Pattern.compile("\"sequencer\":\"([0-9A-F]+)\"");
        return receiver.taken().stream()
                .filter(body -> body.contains("\"key\":\"" + key + "\""))
                .flatMap(body -> sequencer.matcher(body).results().map(found -> found.group(1)))
                .toList();
    }
}
