package io.dure.engines.objects.client;

import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Query.Parameter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A request to a bucket, which may be sent several times.
///
/// @param key decoded, with the prefix; empty for the bucket itself
/// @param range value of the header; empty for none
/// @param body sent in order; the buffers' positions stay
record Call(String method, String key, List<Parameter> query, String range, List<ByteBuffer> body) {
    static Call of(String method, String key) {
        return new Call(method, key, List.of(), "", List.of());
    }

    Call with(String name, String value) {
        var more = new ArrayList<>(query);
        more.add(new Parameter(name, value));
        return new Call(method, key, more, range, body);
    }

    Call range(String bytes) {
        return new Call(method, key, query, "bytes=" + bytes, body);
    }

    Call body(List<ByteBuffer> bytes) {
        return new Call(method, key, query, range, bytes);
    }

    Query parsedQuery() {
        return new Query(query);
    }

    /// Path and query, encoded.
    String target(String path) {
        var encoded = Percent.encodePath(path);
        return query.isEmpty()
                ? encoded
                : encoded
                        + "?"
                        + query.stream()
                                .map(one ->
                                        Percent.encode(one.name())
                                                + "="
                                                + Percent.encode(one.value()))
                                .collect(Collectors.joining("&"));
    }
}
