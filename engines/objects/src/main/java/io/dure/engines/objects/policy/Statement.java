package io.dure.engines.objects.policy;

import io.dure.engines.objects.metadata.Namespace;
import java.util.List;
import java.util.Set;

/// One statement of a policy: it applies where all its parts do.
///
/// @param actions those of this server that it is about, NotAction turned round
record Statement(
        Effect effect,
        Principals principals,
        Set<S3Action> actions,
        Resources resources,
        List<Condition> conditions) {
    /// What it does to what it applies to.
    enum Effect {
        ALLOW,
        DENY
    }

    Statement {
        actions = Set.copyOf(actions);
        conditions = List.copyOf(conditions);
    }

    boolean applies(PolicyRequest request, Namespace owner) {
        return actions.contains(request.action())
                && principals.include(request.requester(), owner)
                && resources.include(request)
                && conditions.stream().allMatch(condition -> condition.holds(request.values()));
    }

    /// Whether a condition or a variable asks for the key.
    boolean mentions(ConditionKey key) {
        return conditions.stream().anyMatch(condition -> condition.mentions(key))
                || resources.patterns().stream().anyMatch(pattern -> key.standsIn(pattern.text()));
    }
}
