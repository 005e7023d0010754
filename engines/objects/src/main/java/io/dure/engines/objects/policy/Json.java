package io.dure.engines.objects.policy;

import java.util.List;
import java.util.Map;

/// A JSON value.
sealed interface Json {
    record Text(String value) implements Json {}

    /// A number, `true` or `false`, as written.
    record Bare(String value) implements Json {}

    record Null() implements Json {}

    record Array(List<Json> items) implements Json {}

    /// @param byName in their order
    record Members(Map<String, Json> byName) implements Json {}

    /// The text, or the texts of an array: the policy language lets brackets around one be left
    /// out.
    ///
    /// @throws io.dure.engines.objects.error.S3Exception if it is anything else
    default List<String> texts(PolicyFault otherwise) {
        return switch (this) {
            case Text(var value) -> List.of(value);
            case Array(var items) -> items.stream().map(item -> item.text(otherwise)).toList();
            case Bare _, Null _, Members _ -> throw otherwise.exception();
        };
    }

    default String text(PolicyFault otherwise) {
        if (this instanceof Text(var value)) {
            return value;
        }
        throw otherwise.exception();
    }

    default Map<String, Json> members(PolicyFault otherwise) {
        if (this instanceof Members(var byName)) {
            return byName;
        }
        throw otherwise.exception();
    }
}
