package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.sigv4.CanonicalRequest;
import io.dure.engines.objects.sigv4.ChunkSignatures;
import io.dure.engines.objects.sigv4.PayloadKind;
import io.dure.engines.objects.sigv4.Signature;
import io.dure.engines.objects.sigv4.SigningKey;
import io.dure.engines.objects.sigv4.SigningKeys;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out who sent a request, and refuses it unless the signature holds, if there is one.
final class Authentication {
    private static final String PAYLOAD_HEADER = "x-amz-content-sha256";

    private final Credentials credentials;
    private final InstantSource clock;
    private final SigningKeys signingKeys = new SigningKeys();

    Authentication(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /// @param signature that holds, if there is one
    /// @param chunks checks the body's chunks, if they are signed
    record Sender(
            Caller caller,
            Optional<Signature> signature,
            PayloadKind payload,
            Optional<ChunkSignatures> chunks) {}

    /// @param namespaceLabel whose buckets an unsigned request means, by its host
    /// @throws S3Exception AccessDenied for an unsigned request that means nobody's, or why the
    ///   signature does not hold
    Sender authenticate(
            String method,
            String rawPath,
            Query query,
            Headers headers,
            Optional<String> namespaceLabel) {
        return Signature.parse(headers::joined, query)
                .map(signature -> signer(method, rawPath, query, headers, signature))
                .orElseGet(() -> stranger(headers, namespaceLabel));
    }

    private Sender stranger(Headers headers, Optional<String> namespaceLabel) {
        var named =
                namespaceLabel
                        .flatMap(credentials::named)
                        .orElseThrow(() -> new S3Exception(S3Error.ACCESS_DENIED));
        if (named.suspended()) {
            throw shut();
        }
        var payload = PayloadKind.parse(headers.text(PAYLOAD_HEADER));
        if (hasSignedChunks(payload)) {
            throw new S3Exception(S3Error.INVALID_REQUEST, "Nobody signed the chunks.");
        }
        return new Sender(
                new Caller.Stranger(named.namespace()),
                Optional.empty(),
                payload,
                Optional.empty());
    }

    private Sender signer(
            String method, String rawPath, Query query, Headers headers, Signature signature) {
        signature.requireTimely(clock.instant());
        requireSigned(signature, headers);
        var key = key(signature);
        var signing = signingKeys.of(key.secret(), signature.scope());
        signature.requireMatch(canonical(method, rawPath, query, headers, signature), signing);
        welcome(key, signature, signing);
        var payload = PayloadKind.parse(headers.text(PAYLOAD_HEADER));
        return new Sender(
                new Caller.Signer(key),
                Optional.of(signature),
                payload,
                hasSignedChunks(payload)
                        ? Optional.of(new ChunkSignatures(signing, signature))
                        : Optional.empty());
    }

    /// The sender of a form that is signed by its fields.
    ///
    /// @param policy which the signature is of, as the form has it
    /// @throws S3Exception why the signature does not hold
    Sender authenticateForm(Signature signature, String policy) {
        signature.requireTimely(clock.instant());
        var key = key(signature);
        var signing = signingKeys.of(key.secret(), signature.scope());
        signature.requireMatch(policy, signing);
        welcome(key, signature, signing);
        return new Sender(
                new Caller.Signer(key),
                Optional.of(signature),
                new PayloadKind.Unsigned(),
                Optional.empty());
    }

    private AccessKey key(Signature signature) {
        return credentials
                .find(signature.scope().accessKeyId())
                .orElseThrow(() -> new S3Exception(S3Error.INVALID_ACCESS_KEY_ID));
    }

    private void welcome(AccessKey key, Signature signature, SigningKey signing) {
        signingKeys.remember(key.secret(), signature.scope(), signing);
        if (key.suspended()) {
            throw shut();
        }
    }

    private static S3Exception shut() {
        return new S3Exception(S3Error.ACCOUNT_PROBLEM);
    }

    private static CanonicalRequest canonical(
            String method, String rawPath, Query query, Headers headers, Signature signature) {
        return new CanonicalRequest(
                method,
                Percent.decode(rawPath),
                query,
                headers::joined,
                signature.signedHeaders(),
                payloadHash(query, headers, signature));
    }

    private static String payloadHash(Query query, Headers headers, Signature signature) {
        if (signature.isPresigned() && !signature.signedHeaders().contains(PAYLOAD_HEADER)) {
            return query.find("X-Amz-Content-Sha256").orElse("UNSIGNED-PAYLOAD");
        }
        return headers.find(PAYLOAD_HEADER)
                .orElseThrow(() ->
                        new S3Exception(
                                S3Error.MISSING_SECURITY_HEADER,
                                "Missing required header for this request: " + PAYLOAD_HEADER));
    }

    private static void requireSigned(Signature signature, Headers headers) {
        var signed = signature.signedHeaders();
        headers.forEach((name, _) -> {
            var matters =
                    name.equals("host")
                            || (name.startsWith("x-amz-") && !isFreeIn(signature, name));
            if (matters && !signed.contains(name)) {
                throw new S3Exception(
                        S3Error.ACCESS_DENIED,
                        "There were headers present in the request which were not signed");
            }
        });
    }

    /// A presigned URL says nothing about the body, so its hash may come unsigned.
    private static boolean isFreeIn(Signature signature, String name) {
        return signature.isPresigned() && name.equals(PAYLOAD_HEADER);
    }

    private static boolean hasSignedChunks(PayloadKind payload) {
        return payload instanceof PayloadKind.Chunked(var signing, _)
                && signing == PayloadKind.Signing.SIGNED;
    }
}
