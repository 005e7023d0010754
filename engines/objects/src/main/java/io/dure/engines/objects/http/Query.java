package io.dure.engines.objects.http;

import io.dure.engines.objects.error.S3Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A query string, decoded. Names are case-sensitive and may repeat; the first counts.
public record Query(List<Parameter> parameters) {
    private static final Query NONE = new Query(List.of());

    /// @param value empty if there was no `=`
    public record Parameter(String name, String value) {}

    public Query {
        parameters = List.copyOf(parameters);
    }

    /// @param raw without the question mark, or empty
    /// @throws S3Exception InvalidURI
    public static Query parse(String raw) {
        if (raw.isEmpty()) {
            return NONE;
        }
        var parameters = new ArrayList<Parameter>();
        for (var pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(decode(pair), "")
                                : new Parameter(
                                        decode(pair.substring(0, equals)),
                                        decode(pair.substring(equals + 1))));
            }
        }
        return new Query(parameters);
    }

    private static String decode(String text) {
        return Percent.decode(text.replace('+', ' '));
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    public Optional<String> find(String name) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    public String text(String name) {
        return find(name).orElse("");
    }
}
