package io.dure.cloud.storage;

import io.dure.cloud.storage.DeliveryRepository.Message;
import io.dure.engines.objects.configuration.notification.EventMessage;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.configuration.notification.HookName;
import io.dure.engines.objects.events.ObjectEvent;
import io.dure.engines.objects.events.ObjectEvents;
import io.dure.engines.objects.metadata.Namespace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts what webhooks are to be told in the queue, in the transaction that is open.
@Component
class HookEvents implements ObjectEvents {
    /// Of an organisation: some 100 MB. A webhook that is away for long costs no more.
    static final int MOST_WAITING = 100_000;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Scoped scoped;
    private final InstantSource clock;

    HookEvents(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            Scoped scoped,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.scoped = scoped;
        this.clock = clock;
    }

    @Override
    public boolean knows(Namespace namespace, HookName hook) {
        return scoped.read(namespace, () -> webhooks.isNamed(hook.name()));
    }

    @Override
    public void send(Namespace namespace, HookName hook, String message) {
        scoped.write(
                namespace,
                () -> {
                    var number = deliveries.numbers(1).getFirst();
                    // About an object of its own, so that it waits for no other.
                    add(List.of(new Message(number, hook.name(), "/" + number, message)));
                    // Somebody looks whether it answers.
                    webhooks.wakeAnyway(hook.name(), clock.instant());
                    return true;
                });
    }

    @Override
    public void tell(Namespace namespace, List<ObjectEvent> events) {
        scoped.write(
                namespace,
                () -> {
                    var numbers = deliveries.numbers(events.size());
                    var messages = new ArrayList<Message>();
                    for (var at = 0; at < events.size(); at++) {
                        messages.add(message(numbers.get(at), events.get(at)));
                    }
                    add(messages);
                    return true;
                });
    }

    private void add(List<Message> messages) {
        var now = clock.instant();
        deliveries.add(messages, now);
        webhooks.wake(messages.stream().map(Message::webhook).distinct().toList(), now);
        deliveries.dropOldest(MOST_WAITING);
    }

    private static Message message(long number, ObjectEvent event) {
        var record =
                event.record().withSequencer(HexFormat.of().withUpperCase().toHexDigits(number));
        return new Message(
                number, event.hook().name(), object(record), EventMessage.write(List.of(record)));
    }

    private static String object(EventRecord record) {
        return record.bucket() + "/" + record.subject().key();
    }
}
