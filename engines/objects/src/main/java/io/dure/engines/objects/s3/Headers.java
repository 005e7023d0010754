package io.dure.engines.objects.s3;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpFields;

/// The headers of a request; names in any case, values as their bytes, read as ISO 8859-1. Some
/// forty are asked for in a request that has ten, so they are looked up and not searched for.
final class Headers {
    private final HttpFields fields;
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, String> joined;

    Headers(HttpFields fields) {
        this.fields = fields;
        var repeated = new HashMap<String, String>();
        forEach((name, value) -> {
            var before = first.putIfAbsent(name, value);
            if (before != null) {
                repeated.merge(name, value, (one, other) -> one + "," + other);
            }
        });
        repeated.replaceAll((name, others) -> first.get(name) + "," + others);
        this.joined = repeated;
    }

    /// All values of a header, joined by commas; empty if it is absent.
    ///
    /// @param name in lower case
    String joined(String name) {
        var several = joined.get(name);
        return several == null ? first.getOrDefault(name, "") : several;
    }

    /// The first value of a header.
    ///
    /// @param name in lower case
    Optional<String> find(String name) {
        return Optional.ofNullable(first.get(name)).map(String::strip);
    }

    /// @param name in lower case
    String text(String name) {
        return find(name).orElse("");
    }

    /// Every header, by lower-case name.
    void forEach(BiConsumer<String, String> consumer) {
        for (var field : fields) {
            var header = field.getHeader();
            var value = field.getValue();
            consumer.accept(
                    header == null
                            ? field.getName().toLowerCase(Locale.ROOT)
                            : header.lowerCaseName(),
                    value == null ? "" : value);
        }
    }
}
