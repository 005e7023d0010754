package io.dure.engines.objects.configuration.cors;

import static java.util.stream.Collectors.joining;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of a bucket, of which the first that allows a request answers it. Amazon S3 User
/// Guide, "Using cross-origin resource sharing (CORS)".
///
/// @param rules 1 to 100
public record CorsConfiguration(List<CorsRule> rules) {
    /// As S3 has it.
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_RULES = 100;

    /// @throws S3Exception MalformedXML, InvalidRequest
    public CorsConfiguration {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw Fields.malformed();
        }
        if (rules.size() > MOST_RULES) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The number of CORS rules should not exceed allowed limit of "
                            + MOST_RULES
                            + " rules.");
        }
    }

    /// @throws S3Exception MaxMessageLengthExceeded, MalformedXML, InvalidRequest
    public static CorsConfiguration parse(byte[] document) {
        var fields = Fields.read(document, MOST_BYTES, "CORSConfiguration", "CORSRule");
        return new CorsConfiguration(fields.all("CORSRule").stream().map(CorsRule::read).toList());
    }

    public XmlWriter write() {
        var xml = XmlWriter.s3("CORSConfiguration");
        rules.forEach(rule -> rule.write(xml));
        return xml;
    }

    /// The rule that answers, if one does.
    public Optional<CorsRule> rule(CorsRequest request) {
        return rules.stream().filter(rule -> rule.allows(request)).findFirst();
    }

    /// What the answer's headers tell the browser: nothing unless a rule allows the request.
    public Map<String, String> headers(CorsRequest request) {
        return rule(request).map(rule -> headers(rule, request)).orElse(Map.of());
    }

    /// The same for a preflight, which is refused if nothing allows the request.
    ///
    /// @throws S3Exception BadRequest, AccessForbidden
    public Map<String, String> preflight(CorsRequest request) {
        request.headers().stream()
                .filter(header -> !CorsRule.isToken(header))
                .findFirst()
                .ifPresent(header -> {
                    throw new S3Exception(
                            S3Error.BAD_REQUEST,
                            "Access-Control-Request-Headers \""
                                    + header
                                    + "\" contains invalid character.");
                });
        return rule(request)
                .map(rule -> headers(rule, request))
                .orElseThrow(() -> new S3Exception(S3Error.ACCESS_FORBIDDEN));
    }

    private static Map<String, String> headers(CorsRule rule, CorsRequest request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("access-control-allow-origin", rule.isForAll() ? "*" : request.origin());
        headers.put(
                "access-control-allow-methods",
                rule.methods().stream().map(CorsMethod::name).collect(joining(", ")));
        if (!request.headers().isEmpty()) {
            headers.put("access-control-allow-headers", String.join(", ", request.headers()));
        }
        if (!rule.exposed().isEmpty()) {
            headers.put("access-control-expose-headers", String.join(", ", rule.exposed()));
        }
        rule.maxAgeSeconds()
                .ifPresent(seconds ->
                        headers.put("access-control-max-age", Integer.toString(seconds)));
        if (!rule.isForAll()) {
            headers.put("access-control-allow-credentials", "true");
        }
        headers.put(
                "vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
        return headers;
    }
}
