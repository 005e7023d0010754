package io.dure.engines.objects.metadata;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a client said about an object besides its bytes.
///
/// @param headers content headers to answer with, by lower-case name: content-type, cache-control,
///   content-disposition, content-encoding, content-language, expires
/// @param user the client's own, by lower-case name without `x-amz-meta-`; values as the bytes
///   sent, read as ISO 8859-1
public record Attributes(SortedMap<String, String> headers, SortedMap<String, String> user) {
    public static final Attributes NONE = new Attributes(Map.of(), Map.of());

    public Attributes {
        headers = new TreeMap<>(headers);
        user = new TreeMap<>(user);
    }

    public Attributes(Map<String, String> headers, Map<String, String> user) {
        this(new TreeMap<>(headers), new TreeMap<>(user));
    }
}
