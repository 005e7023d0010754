package io.dure.engines.objects.sigv4;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a request claims about who signed it.
///
/// @param signedHeaders lower case, as the client ordered them
/// @param time as the client wrote it, ISO 8601 basic
/// @param validFor how long it lives; empty for a signature in the header
public record Signature(
        Place place,
        CredentialScope scope,
        List<String> signedHeaders,
        String value,
        String time,
        Optional<Duration> validFor) {
    /// Where a claim stands.
    public enum Place {
        HEADER,
        /// A presigned URL.
        QUERY,
        /// A form that is uploaded, which signs its policy.
        FORM
    }

    /// How far the client's clock may be off.
    static final Duration SKEW = Duration.ofMinutes(15);

    /// The longest life of a presigned URL, and of a form's signature, whatever its policy says.
    static final Duration LONGEST = Duration.ofDays(7);

    public static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final List<String> OF_FORM =
            List.of(
                    "x-amz-algorithm",
                    "x-amz-credential",
                    "x-amz-date",
                    "x-amz-signature",
                    "policy");

    /// Reads the claim of a request, wherever it stands.
    ///
    /// @param header the values of a header by lower-case name, empty if absent
    /// @return empty for an unsigned request
    /// @throws S3Exception if there is one that makes no sense
    public static Optional<Signature> parse(Function<String, String> header, Query query) {
        var authorization = header.apply("authorization");
        if (!authorization.isEmpty()) {
            return Optional.of(ofHeader(authorization, header));
        }
        if (query.has("AWSAccessKeyId") && query.has("Signature")) {
            throw unsupported();
        }
        return query.has("X-Amz-Algorithm") || query.has("X-Amz-Signature")
                ? Optional.of(ofQuery(query))
                : Optional.empty();
    }

    private static Signature ofHeader(String authorization, Function<String, String> header) {
        if (!authorization.startsWith(ALGORITHM)) {
            throw unsupported();
        }
        var fields = authorization.substring(ALGORITHM.length()).split(",", -1);
        var time = header.apply("x-amz-date");
        if (time.isEmpty()) {
            time = HttpDates.parse(header.apply("date")).map(HttpDates::basic).orElse("");
        }
        if (time.isEmpty()) {
            throw new S3Exception(
                    S3Error.ACCESS_DENIED,
                    "AWS authentication requires a valid Date or x-amz-date header");
        }
        return new Signature(
                Place.HEADER,
                CredentialScope.parse(field(fields, "Credential="))
                        .orElseThrow(Signature::malformed),
                headers(field(fields, "SignedHeaders=")),
                field(fields, "Signature="),
                time,
                Optional.empty());
    }

    /// As of the older versions of the scheme, which some programs still presign with.
    private static S3Exception unsupported() {
        return new S3Exception(
                S3Error.INVALID_REQUEST,
                "The authorization mechanism you have provided is not supported. Please use "
                        + ALGORITHM
                        + ".");
    }

    private static String field(String[] fields, String name) {
        for (var field : fields) {
            var stripped = field.strip();
            if (stripped.startsWith(name)) {
                return stripped.substring(name.length());
            }
        }
        throw malformed();
    }

    private static List<String> headers(String text) {
        return List.of(text.split(";", -1));
    }

    private static S3Exception malformed() {
        return new S3Exception(S3Error.AUTHORIZATION_HEADER_MALFORMED);
    }

    private static Signature ofQuery(Query query) {
        if (!query.text("X-Amz-Algorithm").equals(ALGORITHM)) {
            throw incomplete("X-Amz-Algorithm only supports \"" + ALGORITHM + "\"");
        }
        return new Signature(
                Place.QUERY,
                CredentialScope.parse(query.text("X-Amz-Credential"))
                        .orElseThrow(
                                () -> incomplete("Error parsing the X-Amz-Credential parameter")),
                headers(required(query, "X-Amz-SignedHeaders")),
                required(query, "X-Amz-Signature"),
                required(query, "X-Amz-Date"),
                Optional.of(validFor(required(query, "X-Amz-Expires"))));
    }

    /// Reads the claim of a form. Amazon S3 API Reference, "POST Policy".
    ///
    /// @param field by lower-case name
    /// @return empty for an unsigned form
    /// @throws S3Exception if there is one that makes no sense
    public static Optional<Signature> ofForm(Function<String, Optional<String>> field) {
        if (field.apply("awsaccesskeyid").isPresent()) {
            throw unsupported();
        }
        return OF_FORM.stream().anyMatch(name -> field.apply(name).isPresent())
                ? Optional.of(signedForm(field))
                : Optional.empty();
    }

    private static Signature signedForm(Function<String, Optional<String>> field) {
        OF_FORM.forEach(name -> required(field, name));
        if (!required(field, "x-amz-algorithm").equals(ALGORITHM)) {
            throw unsupported();
        }
        return new Signature(
                Place.FORM,
                CredentialScope.parse(required(field, "x-amz-credential"))
                        .orElseThrow(() -> wrongField("x-amz-credential")),
                List.of(),
                required(field, "x-amz-signature"),
                required(field, "x-amz-date"),
                Optional.of(LONGEST));
    }

    private static String required(Function<String, Optional<String>> field, String name) {
        return field.apply(name)
                .orElseThrow(() ->
                        S3Exception.argument(
                                name,
                                "",
                                "Bucket POST must contain a field named '"
                                        + name
                                        + "'.  If it is specified, please check the order of the"
                                        + " fields."));
    }

    private static S3Exception wrongField(String name) {
        return new S3Exception(
                        S3Error.INVALID_ARGUMENT, "The field '" + name + "' is not as it must be.")
                .with("ArgumentName", name);
    }

    private static String required(Query query, String name) {
        return query.find(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        incomplete(
                                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
                                        + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."));
    }

    private static Duration validFor(String seconds) {
        if (!seconds.matches("\\d{1,9}")) {
            throw incomplete("X-Amz-Expires should be a number");
        }
        var duration = Duration.ofSeconds(Integer.parseInt(seconds));
        if (duration.compareTo(LONGEST) > 0) {
            throw incomplete(
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
                            + " must be less than 604800 seconds");
        }
        return duration;
    }

    private static S3Exception incomplete(String message) {
        return new S3Exception(S3Error.AUTHORIZATION_QUERY_PARAMETERS_ERROR, message);
    }

    public boolean isPresigned() {
        return place == Place.QUERY;
    }

    /// @throws S3Exception if it was signed too far from now, has expired, or is for another day
    public void requireTimely(Instant now) {
        var signed = HttpDates.parseBasic(time).orElseThrow(this::badTime);
        if (!time.startsWith(scope.date())) {
            throw badTime();
        }
        if (signed.isAfter(now.plus(SKEW))
                || (validFor.isEmpty() && signed.isBefore(now.minus(SKEW)))) {
            throw new S3Exception(S3Error.REQUEST_TIME_TOO_SKEWED);
        }
        if (validFor.isPresent() && now.isAfter(signed.plus(validFor.get()))) {
            throw new S3Exception(S3Error.ACCESS_DENIED, "Request has expired");
        }
    }

    private S3Exception badTime() {
        return switch (place) {
            case HEADER -> malformed();
            case QUERY ->
                    incomplete(
                            "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
            case FORM -> wrongField("x-amz-date");
        };
    }

    /// @throws S3Exception SignatureDoesNotMatch
    public void requireMatch(CanonicalRequest request, SigningKey key) {
        var text = request.stringToSign(time, scope);
        if (!holds(text, key)) {
            throw refusal(text).with("CanonicalRequest", request.text());
        }
    }

    private boolean holds(String text, SigningKey key) {
        return Hashes.same(key.sign(text), value);
    }

    private S3Exception refusal(String text) {
        return new S3Exception(S3Error.SIGNATURE_DOES_NOT_MATCH)
                .with("AWSAccessKeyId", scope.accessKeyId())
                .with("StringToSign", text)
                .with("SignatureProvided", value);
    }

    /// @param text that was signed
    /// @throws S3Exception SignatureDoesNotMatch
    public void requireMatch(String text, SigningKey key) {
        if (!holds(text, key)) {
            throw refusal(text);
        }
    }
}
