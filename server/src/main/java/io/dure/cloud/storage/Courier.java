package io.dure.cloud.storage;

import io.dure.cloud.storage.DeliveryRepository.Delivery;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends webhooks what waits for them, a few of an organisation's messages at a time. What one does
/// not take is tried again after 5, 10, 20 … seconds, an hour at most, and given up after a day. A
/// message may come twice, should the process die before it says that it was taken.
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /// A webhook that does not answer keeps the others of its organisation waiting no oftener.
    private static final Duration LET_BE = Duration.ofSeconds(30);

    /// Longer than a post can take, so that none is sent twice while one is under way.
    private static final Duration UNLESS_SAID = Duration.ofMinutes(2);

    private static final int OF_ONE_ORGANISATION = 4;
    private static final int MOST_ORGANISATIONS = 100;

    /// Then another organisation that waits has its turn.
    private static final int MOST_ROUNDS = 250;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final SecretSeal seal;
    private final HookPost post;
    private final Scoped scoped;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Set<TenantId> busy = ConcurrentHashMap.newKeySet();

    Courier(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            SecretSeal seal,
            HookPost post,
            Scoped scoped,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.seal = seal;
        this.post = post;
        this.scoped = scoped;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        for (var tenant : waiting()) {
            if (busy.size() < MOST_ORGANISATIONS && busy.add(tenant)) {
                Thread.ofVirtual().name("courier").start(() -> deliver(tenant));
            }
        }
    }

    private List<TenantId> waiting() {
        return SystemScope.<List<TenantId>, RuntimeException>call(
                "messages that webhooks are to be sent",
                () ->
                        Objects.requireNonNull(
                                transaction.<List<TenantId>>execute(_ ->
                                        deliveries.waiting(clock.instant(), MOST_ORGANISATIONS))));
    }

    /// Sends what an organisation's webhooks are to be sent now.
    private void deliver(TenantId tenant) {
        try {
            var namespace = new Namespace(tenant.value());
            var taken = take(namespace);
            for (var round = 0; round < MOST_ROUNDS && !taken.isEmpty(); round++) {
                deliver(namespace, taken);
                taken = take(namespace);
            }
        } finally {
            busy.remove(tenant);
        }
    }

    private List<Delivery> take(Namespace namespace) {
        var now = clock.instant();
        return scoped.write(
                namespace, () -> deliveries.take(OF_ONE_ORGANISATION, now, now.plus(UNLESS_SAID)));
    }

    private void deliver(Namespace namespace, List<Delivery> taken) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(delivery -> threads.execute(() -> deliver(namespace, delivery)));
        }
    }

    private void deliver(Namespace namespace, Delivery delivery) {
        var target = scoped.read(namespace, () -> webhooks.target(delivery.webhook()));
        if (target.isEmpty()) {
            return;
        }
        try {
            var status = send(target.get(), delivery);
            if (status >= 200 && status < 300) {
                taken(namespace, delivery);
            } else {
                refused(namespace, delivery, "It answered " + status + ".", clock.instant());
            }
        } catch (IOException e) {
            unanswered(
                    namespace,
                    delivery,
                    Objects.requireNonNullElse(e.getMessage(), "There was no answer."));
        } catch (RuntimeException e) {
            // Whatever it is, the message must come to its end.
            LOG.error("storage.webhook-failed webhook={}", delivery.webhook(), e);
            unanswered(namespace, delivery, "It could not be sent.");
        }
    }

    private void unanswered(Namespace namespace, Delivery delivery, String error) {
        refused(namespace, delivery, error, clock.instant().plus(LET_BE));
    }

    private int send(WebhookRepository.Target target, Delivery delivery) throws IOException {
        var now = clock.instant();
        var secrets =
                target.secrets(now).stream()
                        .map(sealed -> seal.open(target.id().toString(), sealed))
                        .toList();
        return post.post(
                target.url(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Dure",
                        "Dure-Delivery",
                        Long.toString(delivery.number()),
                        HookSignature.HEADER,
                        HookSignature.of(secrets, now, delivery.body())),
                delivery.body());
    }

    private void taken(Namespace namespace, Delivery delivery) {
        scoped.write(
                namespace,
                () -> {
                    deliveries.delete(delivery.number());
                    webhooks.answered(delivery.webhook());
                    return true;
                });
    }

    private void refused(Namespace namespace, Delivery delivery, String error, Instant retryAt) {
        var now = clock.instant();
        var isOver = !now.isBefore(delivery.createdAt().plus(GIVEN_UP_AFTER));
        scoped.write(
                namespace,
                () -> {
                    if (isOver) {
                        deliveries.delete(delivery.number());
                    } else {
                        deliveries.postpone(delivery.number(), now.plus(delay(delivery.tries())));
                    }
                    webhooks.failed(delivery.webhook(), error, isOver ? 1 : 0, retryAt);
                    return true;
                });
        LOG.info(
                "storage.webhook-refused webhook={} try={} dropped={}",
                delivery.webhook(),
                delivery.tries(),
                isOver);
    }

    /// @param tries 1 or more
    static Duration delay(int tries) {
        var doublings = Math.min(tries - 1, 10);
        var delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
