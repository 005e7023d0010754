package io.dure.engines.objects.configuration.cors;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What pages of some origins may do. Amazon S3 API Reference, "CORSRule".
///
/// @param origins one or more, each with at most one `*`
/// @param methods one or more
/// @param headers that pages may send, each with at most one `*`
/// @param exposed headers of answers that pages may read
/// @param maxAgeSeconds how long a browser may remember the answer
public record CorsRule(
        Optional<String> id,
        List<String> origins,
        List<CorsMethod> methods,
        List<String> headers,
        List<String> exposed,
        Optional<Integer> maxAgeSeconds) {
    private static final int LONGEST_ID = 255;

    /// A header's name, or a pattern of names. RFC 9110 §5.6.2.
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");

    /// @throws S3Exception MalformedXML, InvalidRequest
    public CorsRule {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
        if (origins.isEmpty() || methods.isEmpty()) {
            throw Fields.malformed();
        }
        id.ifPresent(CorsRule::requireId);
        maxAgeSeconds.ifPresent(CorsRule::requireAge);
        origins.forEach(origin -> Wildcard.require("AllowedOrigin", origin));
        headers.forEach(CorsRule::requireHeader);
        exposed.forEach(CorsRule::requireExposed);
    }

    private static void requireId(String id) {
        if (id.length() > LONGEST_ID) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "ID length should not exceed allowed limit of " + LONGEST_ID);
        }
    }

    private static void requireAge(int seconds) {
        if (seconds < 0) {
            throw Fields.malformed();
        }
    }

    private static void requireHeader(String header) {
        Wildcard.require("AllowedHeader", header);
        requireToken("AllowedHeader", header);
    }

    private static void requireExposed(String header) {
        if (header.indexOf('*') >= 0) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "ExposeHeader \""
                            + header
                            + "\" contains wildcard. We currently do not support wildcard for"
                            + " ExposeHeader.");
        }
        requireToken("ExposeHeader", header);
    }

    private static void requireToken(String name, String header) {
        if (!isToken(header)) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    name + " \"" + header + "\" contains invalid character.");
        }
    }

    static boolean isToken(String header) {
        return TOKEN.matcher(header).matches();
    }

    static CorsRule read(Element element) {
        var fields =
                Fields.of(
                        element,
                        "ID",
                        "AllowedOrigin",
                        "AllowedMethod",
                        "AllowedHeader",
                        "ExposeHeader",
                        "MaxAgeSeconds");
        return new CorsRule(
                fields.text("ID"),
                fields.texts("AllowedOrigin"),
                fields.texts("AllowedMethod").stream().map(CorsMethod::parse).toList(),
                fields.texts("AllowedHeader"),
                fields.texts("ExposeHeader"),
                fields.number("MaxAgeSeconds"));
    }

    void write(XmlWriter xml) {
        xml.element(
                "CORSRule",
                rule -> {
                    rule.text("ID", id);
                    origins.forEach(origin -> rule.text("AllowedOrigin", origin));
                    methods.forEach(method -> rule.text("AllowedMethod", method.name()));
                    headers.forEach(header -> rule.text("AllowedHeader", header));
                    exposed.forEach(header -> rule.text("ExposeHeader", header));
                    maxAgeSeconds.ifPresent(seconds -> rule.text("MaxAgeSeconds", seconds));
                });
    }

    boolean allows(CorsRequest request) {
        return methods.stream().anyMatch(method -> method.name().equals(request.method()))
                && origins.stream()
                        .anyMatch(origin -> new Wildcard(origin).matches(request.origin()))
                && request.headers().stream().allMatch(this::allowsHeader);
    }

    private boolean allowsHeader(String header) {
        return isToken(header)
                && headers.stream()
                        .anyMatch(allowed ->
                                new Wildcard(allowed.toLowerCase(Locale.ROOT)).matches(header));
    }

    /// Whether all origins are meant, so that which one asks need not be said.
    boolean isForAll() {
        return origins.contains("*");
    }
}
