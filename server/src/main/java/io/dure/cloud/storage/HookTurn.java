package io.dure.cloud.storage;

import io.dure.cloud.storage.DeliveryRepository.Delivery;
import io.dure.cloud.storage.WebhookRepository.Target;
import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A webhook's turn: it is sent what is due, a few messages at a time, until nothing is, or the
/// turn is over, or it does not answer. A message that it does not take is tried again after 5, 10,
/// 20 … seconds, an hour at most, and given up after a day; where the webhook does not answer it is
/// itself let be for as long, and then sent one message to see. A message may come twice, should
/// the process die before it says that it was taken.
@Component
class HookTurn {
    private static final Logger LOG = LoggerFactory.getLogger(HookTurn.class);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private static final int AT_A_TIME = 4;

    /// Then others that wait have theirs. What is under way by then may take as long as a post may.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int MOST_ROUNDS = 250;

    /// Longer than a turn can take, so that no other begins meanwhile.
    private static final Duration UNLESS_ENDED = Duration.ofMinutes(2);

    /// So many messages are given up in a transaction, for uploads wait for it.
    private static final int DROPPED_AT_A_TIME = 1_000;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final SecretSeal seal;
    private final HookPost post;
    private final Scoped scoped;
    private final InstantSource clock;

    HookTurn(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            SecretSeal seal,
            HookPost post,
            Scoped scoped,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.seal = seal;
        this.post = post;
        this.scoped = scoped;
        this.clock = clock;
    }

    /// What came of one message.
    private sealed interface Answer {
        record Taken() implements Answer {}

        /// This message was not taken; others may be.
        record Refused(String error) implements Answer {}

        /// None will be taken for now.
        record Unable(String error) implements Answer {}
    }

    private record Sent(Delivery delivery, Answer answer) {
        Optional<String> error() {
            return switch (answer) {
                case Answer.Taken() -> Optional.empty();
                case Answer.Refused(var error) -> Optional.of(error);
                case Answer.Unable(var error) -> Optional.of(error);
            };
        }
    }

    private record Round(Target target, List<Delivery> due) {}

    /// Has a webhook have its turn, if it still is.
    void take(Namespace namespace, WebhookId webhook) {
        // PostgreSQL keeps microseconds.
        var begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var until = begun.plus(UNLESS_ENDED);
        if (scoped.write(namespace, () -> webhooks.take(webhook, begun, until))) {
            send(namespace, webhook, begun.plus(LONGEST));
            scoped.write(
                    namespace,
                    () -> {
                        deliveries.lock();
                        webhooks.end(webhook, clock.instant(), until);
                        return true;
                    });
        }
    }

    private void send(Namespace namespace, WebhookId webhook, Instant end) {
        for (var number = 0; number < MOST_ROUNDS && clock.instant().isBefore(end); number++) {
            var round = scoped.read(namespace, () -> round(webhook));
            if (round.isEmpty()) {
                return;
            }
            var target = round.get().target();
            var sent = send(target, round.get().due());
            if (!scoped.write(namespace, () -> settle(target, sent))) {
                dropOld(namespace, webhook);
                return;
            }
        }
    }

    /// @return empty if nothing is to be sent, or the webhook is gone
    private Optional<Round> round(WebhookId webhook) {
        return webhooks.target(webhook)
                .map(target -> {
                    var most = target.failures() > 0 ? 1 : AT_A_TIME;
                    return new Round(target, deliveries.due(webhook, most, clock.instant()));
                })
                .filter(round -> !round.due().isEmpty());
    }

    private List<Sent> send(Target target, List<Delivery> due) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return due.stream()
                    .map(delivery ->
                            threads.submit(() -> new Sent(delivery, send(target, delivery))))
                    .toList()
                    .stream()
                    .map(HookTurn::result)
                    .toList();
        }
    }

    private static Sent result(Future<Sent> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(Target target, Delivery delivery) {
        try {
            var status = post(target, delivery);
            if (status >= 200 && status < 300) {
                return new Answer.Taken();
            }
            var error = "It answered " + status + ".";
            return status >= 500 || status == 429
                    ? new Answer.Unable(error)
                    : new Answer.Refused(error);
        } catch (IOException e) {
            return new Answer.Unable(
                    Objects.requireNonNullElse(e.getMessage(), "There was no answer."));
        } catch (RuntimeException e) {
            // Whatever it is, the message must come to its end.
            LOG.error("storage.webhook-failed webhook={}", target.id(), e);
            return new Answer.Unable("It could not be sent.");
        }
    }

    private int post(Target target, Delivery delivery) throws IOException {
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

    /// Remembers what came of messages.
    ///
    /// @return whether the webhook is to be sent more
    private boolean settle(Target target, List<Sent> sent) {
        deliveries.lock();
        deliveries.delete(
                sent.stream().filter(each -> each.error().isEmpty()).map(Sent::delivery).toList());
        var current = webhooks.target(target.id());
        if (current.isEmpty() || !current.get().url().equals(target.url())) {
            // What the old address did not take goes to the new one.
            return true;
        }
        var dropped = putOff(sent);
        var error = sent.stream().flatMap(each -> each.error().stream()).findFirst().orElse("");
        if (isUnable(sent)) {
            var failures = isAnyTaken(sent) ? 1 : current.get().failures() + 1;
            var until = clock.instant().plus(delay(failures));
            webhooks.failed(target.id(), error, dropped, failures, until);
            LOG.info("storage.webhook-unable webhook={} failures={}", target.id(), failures);
            return false;
        }
        webhooks.answered(target.id(), error, dropped);
        return true;
    }

    private static boolean isAnyTaken(List<Sent> sent) {
        return sent.stream().anyMatch(each -> each.error().isEmpty());
    }

    private static boolean isUnable(List<Sent> sent) {
        return sent.stream().anyMatch(each -> each.answer() instanceof Answer.Unable);
    }

    /// @return how many of what was not taken are given up
    private int putOff(List<Sent> sent) {
        var now = clock.instant();
        var left = sent.stream().filter(each -> each.error().isPresent()).map(Sent::delivery);
        var byAge = left.collect(Collectors.partitioningBy(each -> isOver(each, now)));
        var over = byAge.getOrDefault(true, List.of());
        deliveries.delete(over);
        for (var delivery : byAge.getOrDefault(false, List.of())) {
            deliveries.postpone(delivery, now.plus(delay(delivery.tries() + 1)));
        }
        return over.size();
    }

    private static boolean isOver(Delivery delivery, Instant now) {
        return !delivery.createdAt().isAfter(now.minus(GIVEN_UP_AFTER));
    }

    /// Gives up what has waited for too long for a webhook that does not answer.
    private void dropOld(Namespace namespace, WebhookId webhook) {
        var before = clock.instant().minus(GIVEN_UP_AFTER);
        for (var left = HookEvents.MOST_WAITING; left > 0; left -= DROPPED_AT_A_TIME) {
            var gone =
                    scoped.write(
                            namespace,
                            () -> {
                                var dropped =
                                        deliveries.dropOld(webhook, before, DROPPED_AT_A_TIME);
                                webhooks.dropped(webhook, dropped);
                                return dropped;
                            });
            if (gone < DROPPED_AT_A_TIME) {
                return;
            }
        }
    }

    /// @param failures 1 or more
    static Duration delay(int failures) {
        var doublings = Math.min(failures - 1, 10);
        var delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
