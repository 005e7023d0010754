package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.access.HostedNamespace;
import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.configuration.cors.CorsRequest;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.sigv4.CredentialScope;
import io.dure.engines.objects.sigv4.Signature;
import java.io.IOException;
import java.util.Optional;

/// Tells browsers what pages of other origins may do with a bucket. Both come before anybody knows
/// who asks: a preflight is not signed, and a refusal is told to the page as well.
final class CrossOrigin {
    private static final String METHOD = "access-control-request-method";
    private static final String HEADERS = "access-control-request-headers";

    private final Buckets buckets;
    private final Credentials credentials;

    CrossOrigin(Buckets buckets, Credentials credentials) {
        this.buckets = buckets;
        this.credentials = credentials;
    }

    /// Answers the question that a browser asks before a request. Amazon S3 API Reference, "OPTIONS
    /// object".
    ///
    /// @throws S3Exception BadRequest, AccessForbidden
    void preflight(Target target, Query query, Headers headers, Answer answer) throws IOException {
        var origin =
                headers.find("origin")
                        .orElseThrow(() ->
                                new S3Exception(
                                        S3Error.BAD_REQUEST,
                                        "Insufficient information. Origin request header needed."));
        var bucket =
                bucket(target, query, headers)
                        .orElseThrow(() -> forbidden("CORSResponse: Bucket not found"));
        var rules =
                bucket.cors()
                        .orElseThrow(() ->
                                forbidden("CORSResponse: CORS is not enabled for this bucket."));
        var method =
                headers.find(METHOD)
                        .orElseThrow(() ->
                                new S3Exception(
                                        S3Error.BAD_REQUEST,
                                        "Invalid Access-Control-Request-Method: null"));
        answer.lasting(rules.preflight(CorsRequest.of(origin, method, headers.joined(HEADERS))));
        answer.empty(200);
    }

    private static S3Exception forbidden(String message) {
        return new S3Exception(S3Error.ACCESS_FORBIDDEN, message);
    }

    /// Marks the answer of a request that a page of another origin sent. As S3 does, one that says
    /// which method or headers it asks for is taken at its word.
    void mark(String method, Target target, Query query, Headers headers, Answer answer) {
        if (headers.find("origin").isPresent()) {
            bucket(target, query, headers)
                    .ifPresent(bucket -> mark(method, bucket, headers, answer));
        }
    }

    /// Marks the answer of a form, which a page of another origin sent, by the claim in its fields.
    void markForm(Target target, Signature claim, Headers headers, Answer answer) {
        credentials
                .find(claim.scope().accessKeyId())
                .flatMap(key -> buckets.rules(key.namespace(), target.bucket()))
                .ifPresent(bucket -> mark("POST", bucket, headers, answer));
    }

    private static void mark(String method, BucketRules bucket, Headers headers, Answer answer) {
        headers.find("origin")
                .map(origin ->
                        CorsRequest.of(
                                origin,
                                headers.find(METHOD).orElse(method),
                                headers.joined(HEADERS)))
                .ifPresent(request ->
                        bucket.cors().ifPresent(rules -> answer.lasting(rules.headers(request))));
    }

    private Optional<BucketRules> bucket(Target target, Query query, Headers headers) {
        if (target.bucket().isEmpty()) {
            return Optional.empty();
        }
        return namespace(target, query, headers)
                .flatMap(namespace -> buckets.rules(namespace, target.bucket()));
    }

    /// That of the key which the request claims, for a signature goes before a host's name; that
    /// which the host names otherwise. A preflight for a presigned URL carries its claim.
    private Optional<Namespace> namespace(Target target, Query query, Headers headers) {
        return claim(query, headers)
                .flatMap(credentials::find)
                .map(AccessKey::namespace)
                .or(() ->
                        target.namespaceLabel()
                                .flatMap(credentials::named)
                                .map(HostedNamespace::namespace));
    }

    /// The id of a key, in good faith: whether the signature holds matters to the operation.
    private static Optional<String> claim(Query query, Headers headers) {
        try {
            return Signature.parse(headers::joined, query)
                    .map(Signature::scope)
                    .map(CredentialScope::accessKeyId);
        } catch (S3Exception e) {
            return Optional.empty();
        }
    }
}
