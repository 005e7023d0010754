package io.dure.cloud.storage;

import io.dure.cloud.storage.WebhookRepository.Due;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives webhooks their turns, in which they are sent what waits for them. Who has waited for
/// longest is next; a turn is short, and an organisation has few at a time, so that nobody's slow
/// webhooks keep others' waiting.
@Component
class Courier {
    private static final int MOST_TURNS = 100;
    private static final int OF_ONE_ORGANISATION = 4;

    private final WebhookRepository webhooks;
    private final HookTurn turn;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Set<Due> underWay = ConcurrentHashMap.newKeySet();

    Courier(
            WebhookRepository webhooks,
            HookTurn turn,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.turn = turn;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        var turns = turnsByOrganisation();
        for (var due : due(turns)) {
            var ofTheSame = turns.getOrDefault(due.tenant(), 0L);
            if (underWay.size() < MOST_TURNS
                    && ofTheSame < OF_ONE_ORGANISATION
                    && underWay.add(due)) {
                turns.put(due.tenant(), ofTheSame + 1);
                Thread.ofVirtual().name("courier").start(() -> deliver(due));
            }
        }
    }

    private Map<TenantId, Long> turnsByOrganisation() {
        return underWay.stream()
                .map(Due::tenant)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private List<Due> due(Map<TenantId, Long> turns) {
        var full =
                turns.entrySet().stream()
                        .filter(count -> count.getValue() >= OF_ONE_ORGANISATION)
                        .map(Map.Entry::getKey)
                        .toList();
        return SystemScope.<List<Due>, RuntimeException>call(
                "webhooks that are to be sent messages",
                () ->
                        Objects.requireNonNull(
                                transaction.<List<Due>>execute(_ ->
                                        webhooks.due(
                                                clock.instant(),
                                                MOST_TURNS,
                                                OF_ONE_ORGANISATION,
                                                full))));
    }

    private void deliver(Due due) {
        try {
            turn.take(new Namespace(due.tenant().value()), due.webhook());
        } finally {
            underWay.remove(due);
        }
    }
}
