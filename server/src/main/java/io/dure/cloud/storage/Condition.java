package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Precondition;

/// Preconditions as the functions of the schema take them.
final class Condition {
    private Condition() {}

    static String text(Precondition precondition) {
        return switch (precondition) {
            case Precondition.None() -> "";
            case Precondition.Absent() -> "absent";
            case Precondition.Matches(var etag) -> "=" + etag;
        };
    }
}
