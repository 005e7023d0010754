package io.dure.engines.objects.events;

import io.dure.engines.objects.configuration.notification.HookName;
import io.dure.engines.objects.metadata.Namespace;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what webhooks were told.
public final class TestingEvents implements ObjectEvents {
    private final List<ObjectEvent> told = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Set<HookName> hooks = ConcurrentHashMap.newKeySet();

    /// Lets every namespace have a webhook.
    public void add(String name) {
        hooks.add(new HookName(name));
    }

    public List<ObjectEvent> told() {
        return List.copyOf(told);
    }

    public List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public boolean knows(Namespace namespace, HookName hook) {
        return hooks.contains(hook);
    }

    @Override
    public void send(Namespace namespace, HookName hook, String message) {
        sent.add(message);
    }

    @Override
    public void tell(Namespace namespace, List<ObjectEvent> events) {
        told.addAll(events);
    }
}
