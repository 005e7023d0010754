package io.dure.engines.objects.events;

import io.dure.engines.objects.configuration.notification.HookName;
import io.dure.engines.objects.metadata.Namespace;
import java.util.List;

/// Remembers for the engine what webhooks are to be told, and tells them later.
public interface ObjectEvents {
    /// Whether the namespace has such a webhook.
    boolean knows(Namespace namespace, HookName hook);

    /// Has a webhook sent a message as it is. One that is not there hears nothing.
    void send(Namespace namespace, HookName hook, String message);

    /// Has webhooks told of events, each of which gets its sequencer. Called in the transaction of
    /// [io.dure.engines.objects.metadata.Metadata#together] that made the change: it is told if and
    /// only if it was made.
    void tell(Namespace namespace, List<ObjectEvent> events);
}
