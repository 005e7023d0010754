package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dure.ServerTest;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/// Webhooks that are told of objects, at an address of this machine.
@ServerTest
@Import(TestingStorage.class)
class WebhookTests {
    private static final String BUCKET = "photos";
    private static final long PATIENCE_SECONDS = 30;

    @Autowired TestingStorage storage;
    @Autowired TestingOwner database;
    @Autowired Webhooks webhooks;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int refusal = 500;
    private HttpServer receiver;
    private Caller renter;
    private S3Client s3;

    private record Received(String body, String signature) {}

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        renter = storage.renter(1 << 30);
        s3 = storage.client(renter);
        s3.createBucket(b -> b.bucket(BUCKET));
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var isRefused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!isRefused) {
            received.add(
                    new Received(body, exchange.getRequestHeaders().getFirst("Dure-Signature")));
        }
        if (isRefused) {
            exchange.getResponseHeaders().add("Location", url());
        }
        exchange.sendResponseHeaders(isRefused ? refusal : 204, -1);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?a=b";
    }

    private <T> T inScope(Supplier<T> code) {
        return TenantScope.call(renter.tenant(), code::get);
    }

    private Webhooks.Made make() {
        return inScope(() -> webhooks.create(renter, "hook", url()));
    }

    private void listen() {
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
    }

    private void put(String key) {
        s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString("x"));
    }

    private Received next() throws InterruptedException {
        var next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void whatIsPutIsToldAndSigned() throws InterruptedException {
        var made = make();
        listen();
        assertThat(next().body()).contains("s3:TestEvent");

        put("가.txt");

        var told = next();
        assertThat(told.body())
                .contains("\"eventName\":\"ObjectCreated:Put\"", "\"key\":\"%EA%B0%80.txt\"")
                .contains("\"sequencer\":\"");
        var seconds = Long.parseLong(told.signature().substring(2, told.signature().indexOf(',')));
        assertThat(told.signature())
                .isEqualTo(
                        HookSignature.of(
                                made.secret(), Instant.ofEpochSecond(seconds), told.body()));
    }

    @Test
    void whatIsNotTakenComesAgainAndInOrder() throws InterruptedException {
        make();
        listen();
        next();
        refusals.set(1);

        put("k");
        s3.deleteObject(b -> b.bucket(BUCKET).key("k"));

        assertThat(next().body()).contains("ObjectCreated:Put");
        assertThat(next().body()).contains("ObjectRemoved:Delete");
    }

    @Test
    void aRedirectIsNotFollowedButARefusal() throws InterruptedException {
        refusal = 307;
        refusals.set(1);
        var made = make();

        inScope(() -> {
            webhooks.test(renter, made.webhook().id());
            return true;
        });

        while (inScope(() -> webhooks.find(renter, made.webhook().id())).lastError().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(received).isEmpty();
        assertThat(inScope(() -> webhooks.find(renter, made.webhook().id())).lastError())
                .contains("307");
    }

    @Test
    void whatIsNotStoredIsNotTold() throws InterruptedException {
        make();
        listen();
        next();
        put("k");
        next();

        assertThatThrownBy(() ->
                        s3.putObject(
                                b -> b.bucket(BUCKET).key("k").ifNoneMatch("*"),
                                RequestBody.fromString("x")))
                .isInstanceOf(S3Exception.class);

        assertThat(database.count("storage.event_delivery", renter.tenant())).isZero();
    }

    @Test
    void aCompletionThatCannotBeToldKeepsWhatWasThere() throws InterruptedException {
        make();
        listen();
        next();
        put("k");
        next();
        var upload = s3.createMultipartUpload(b -> b.bucket(BUCKET).key("k")).uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket(BUCKET).key("k").uploadId(upload).partNumber(1),
                        RequestBody.fromString("new"));

        try (var failing = database.deadlocks("storage.event_delivery", renter.tenant(), "true")) {
            assertThat(failing).isNotNull();
            assertThatThrownBy(() -> complete("k", upload, part.eTag()))
                    .isInstanceOf(S3Exception.class);
        }

        assertThat(read("k")).isEqualTo("x");
        complete("k", upload, part.eTag());
        assertThat(read("k")).isEqualTo("new");
        assertThat(next().body()).contains("ObjectCreated:CompleteMultipartUpload");
    }

    private void complete(String key, String upload, String etag) {
        s3.completeMultipartUpload(b ->
                b.bucket(BUCKET)
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(m ->
                                m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
    }

    private String read(String key) {
        return s3.getObjectAsBytes(b -> b.bucket(BUCKET).key(key)).asUtf8String();
    }

    @Test
    void aWebhookThatIsNotThereIsNotTaken() {
        assertThatThrownBy(this::listen)
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("Unable to validate");
    }

    @Test
    void aRenewedSecretHoldsAndForADayTheOneBefore() throws InterruptedException {
        var made = make();
        var renewed = inScope(() -> webhooks.renew(renter, made.webhook().id()));
        assertThat(renewed.secret()).isNotEqualTo(made.secret());
        assertThat(renewed.webhook().oldSecretUntil()).isPresent();

        test(made.webhook().id());
        var both = next();
        database.execute(
                "update storage.webhook set old_secret_until = now() where webhook_id = ?",
                made.webhook().id().value());
        test(made.webhook().id());
        var one = next();

        assertThat(both.signature())
                .isEqualTo(
                        HookSignature.of(
                                List.of(renewed.secret(), made.secret()), at(both), both.body()));
        assertThat(one.signature())
                .isEqualTo(HookSignature.of(renewed.secret(), at(one), one.body()));
    }

    private static Instant at(Received received) {
        var signature = received.signature();
        return Instant.ofEpochSecond(
                Long.parseLong(signature.substring(2, signature.indexOf(','))));
    }

    private void test(WebhookId id) {
        inScope(() -> {
            webhooks.test(renter, id);
            return true;
        });
    }

    @Test
    void ofTooManyMessagesTheOldestAreDroppedAndCounted() {
        var made = make();
        database.execute(
                """
                insert into storage.event_delivery (tenant_id, number, webhook_id, object, body, created_at, due_at)
                select ?, nextval('storage.event_number'), ?, 'photos/' || n, '{}', now(), now() + interval '1 hour'
                from generate_series(1, ?) n
                """,
                renter.tenant().value(),
                made.webhook().id().value(),
                HookEvents.MOST_WAITING);
        database.execute(
                "update storage.webhook set taken_until = now() + interval '1 hour' where webhook_id = ?",
                made.webhook().id().value());

        test(made.webhook().id());
        test(made.webhook().id());

        var full = inScope(() -> webhooks.find(renter, made.webhook().id()));
        assertThat(full.waiting()).isEqualTo(HookEvents.MOST_WAITING);
        assertThat(full.dropped()).isEqualTo(2);
        assertThat(
                        database.count(
                                "storage.event_delivery where object in ('photos/1', 'photos/2')",
                                renter.tenant()))
                .isZero();
        inScope(() -> {
            webhooks.delete(renter, made.webhook().id());
            return true;
        });
        assertThat(database.count("storage.event_queue where waiting > 0", renter.tenant()))
                .isZero();
    }

    @Test
    void webhooksAreManaged() {
        var made = make().webhook();

        assertThatThrownBy(this::make).isInstanceOf(ConflictException.class);
        var moved = inScope(() -> webhooks.move(renter, made.id(), 1, "https://example.com/h"));
        assertThat(moved.version()).isEqualTo(2);
        assertThatThrownBy(() -> inScope(() -> webhooks.move(renter, made.id(), 1, url())))
                .isInstanceOf(StaleVersionException.class);
        for (var url :
                List.of(
                        "",
                        "ftp://a/",
                        "https://u:p@a/",
                        "https:///x",
                        "https://a/#f",
                        "https://a:65536/")) {
            assertThatThrownBy(() -> inScope(() -> webhooks.create(renter, "other", url)))
                    .isInstanceOf(InvalidInputException.class);
        }
        inScope(() -> {
            webhooks.delete(renter, made.id());
            return true;
        });
        assertThat(inScope(() -> webhooks.list(renter))).isEmpty();
        assertThat(
                        database.count(
                                "audit.entry where action like 'storage.webhook-%'",
                                renter.tenant()))
                .isEqualTo(3);
    }

    @Test
    void whoDoesNotManageTheStorageHasNoWebhooks() {
        var reader = storage.colleague(renter, StorageCapabilities.READ, StorageCapabilities.WRITE);

        assertThatThrownBy(() -> inScope(() -> webhooks.list(reader)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> inScope(() -> webhooks.create(reader, "hook", url())))
                .isInstanceOf(ForbiddenException.class);
    }

    /// Messages tell the keys of objects.
    @Test
    void whoMayNotReadObjectsDoesNotSayWhereMessagesGo() {
        var made = make().webhook();
        var manager = storage.colleague(renter, StorageCapabilities.MANAGE);

        assertThatThrownBy(() -> inScope(() -> webhooks.create(manager, "other", url())))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("storage.read");
        assertThatThrownBy(() -> inScope(() -> webhooks.move(manager, made.id(), 1, url())))
                .isInstanceOf(ForbiddenException.class);
        assertThat(inScope(() -> webhooks.list(manager))).hasSize(1);
        inScope(() -> {
            webhooks.delete(manager, made.id());
            return true;
        });
    }
}
