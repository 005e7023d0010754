package io.dure.engines.objects.metadata;

import java.util.Optional;

/// What must hold of the present object for a change to happen; checked in the same transaction as
/// the change.
public sealed interface Precondition {
    /// Nothing.
    record None() implements Precondition {}

    /// There is an object with this ETag (without quotes), or with any for `*`. RFC 9110 §13.1.1.
    record Matches(String etag) implements Precondition {}

    /// There is no object. RFC 9110 §13.1.2 with `*`.
    record Absent() implements Precondition {}

    /// Whether the condition holds.
    ///
    /// @param etag of the present object, if there is one
    default boolean holds(Optional<String> etag) {
        return switch (this) {
            case None() -> true;
            case Matches(var wanted) ->
                    etag.filter(present -> wanted.equals("*") || wanted.equals(present))
                            .isPresent();
            case Absent() -> etag.isEmpty();
        };
    }
}
