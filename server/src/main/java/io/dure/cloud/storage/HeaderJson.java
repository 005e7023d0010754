package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Attributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Attributes of objects as the JSON of their columns.
final class HeaderJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private HeaderJson() {}

    static String write(SortedMap<String, String> headers) {
        return headers.isEmpty() ? "{}" : JSON.writeValueAsString(headers);
    }

    static Attributes read(String headers, String userHeaders) {
        return new Attributes(map(headers), map(userHeaders));
    }

    private static Map<String, String> map(String json) {
        return JSON.readValue(json, MAP);
    }
}
