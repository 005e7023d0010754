package io.dure.engines.objects.s3;

import io.dure.engines.objects.policy.S3Action;
import java.util.Set;

/// An operation, and all that whoever wants it must be allowed on what the request is about.
///
/// @param actions none only for an operation that asks for each thing it does by itself
record Route(Set<S3Action> actions, Operation operation) {
    Route {
        actions = Set.copyOf(actions);
    }

    Route(S3Action action, Operation operation) {
        this(Set.of(action), operation);
    }
}
