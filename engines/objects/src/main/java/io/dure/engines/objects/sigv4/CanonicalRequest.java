package io.dure.engines.objects.sigv4;

import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The form of a request that both sides sign. Amazon S3 API Reference, "Signature Calculations for
/// the Authorization Header".
///
/// @param path decoded
/// @param header the values of a header by lower-case name, several joined by commas, read as ISO
///   8859-1
/// @param signedHeaders lower case, in order
public record CanonicalRequest(
        String method,
        String path,
        Query query,
        Function<String, String> header,
        List<String> signedHeaders,
        String payloadHash) {
    private static final String SIGNATURE = "X-Amz-Signature";

    /// Header values and all else as ISO 8859-1 text.
    public String text() {
        var text = new StringBuilder(512);
        text.append(method).append('\n');
        text.append(Percent.encodePath(path)).append('\n');
        text.append(canonicalQuery()).append('\n');
        for (var name : signedHeaders) {
            text.append(name).append(':').append(trimmed(header.apply(name))).append('\n');
        }
        text.append('\n');
        text.append(String.join(";", signedHeaders)).append('\n');
        return text.append(payloadHash).toString();
    }

    /// The text that a signature is computed over.
    ///
    /// @param time as the client wrote it, ISO 8601 basic
    public String stringToSign(String time, CredentialScope scope) {
        return "AWS4-HMAC-SHA256\n" + time + "\n" + scope.text() + "\n" + Hashes.sha256Hex(text());
    }

    private String canonicalQuery() {
        if (query.parameters().isEmpty()) {
            return "";
        }
        return query.parameters().stream()
                .filter(parameter -> !parameter.name().equals(SIGNATURE))
                .map(parameter ->
                        new Query.Parameter(
                                Percent.encode(parameter.name()),
                                Percent.encode(parameter.value())))
                .sorted(
                        Comparator.comparing(Query.Parameter::name)
                                .thenComparing(Query.Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    private static String trimmed(String value) {
        var text = value.strip();
        return text.contains("  ") ? text.replaceAll(" +", " ") : text;
    }
}
