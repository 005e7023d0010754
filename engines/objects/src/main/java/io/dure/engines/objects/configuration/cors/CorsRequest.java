package io.dure.engines.objects.configuration.cors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a browser says of the page that a request comes from, or would come from. Fetch standard,
/// "HTTP requests".
///
/// @param origin of the page, as the header `Origin` has it
/// @param method that it uses, or asks to use
/// @param headers that it asks to send, in lower case; empty in a request that is no preflight
public record CorsRequest(String origin, String method, List<String> headers) {
    public CorsRequest {
        headers = List.copyOf(headers);
    }

    /// @param requestedHeaders the header `Access-Control-Request-Headers`, or empty
    public static CorsRequest of(String origin, String method, String requestedHeaders) {
        var headers =
                Arrays.stream(requestedHeaders.split(",", -1))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .toList();
        return new CorsRequest(origin, method, headers);
    }
}
