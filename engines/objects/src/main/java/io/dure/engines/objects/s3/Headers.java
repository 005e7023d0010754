package io.dure.engines.objects.s3;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpFields;

/// The headers of a request; names in any case, values as their bytes, read as ISO 8859-1.
record Headers(HttpFields fields) {
    /// All values of a header, joined by commas; empty if it is absent.
    String joined(String name) {
        var values = fields.getValuesList(name);
        return values.size() == 1 ? values.getFirst() : String.join(",", values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip);
    }

    String text(String name) {
        return find(name).orElse("");
    }

    /// Every header, by lower-case name.
    void forEach(BiConsumer<String, String> consumer) {
        fields.forEach(field -> {
            var value = field.getValue();
            consumer.accept(field.getName().toLowerCase(Locale.ROOT), value == null ? "" : value);
        });
    }
}
