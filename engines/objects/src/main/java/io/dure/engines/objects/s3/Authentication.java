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

/// Finds out who signed a request, and refuses it unless the signature holds.
final class Authentication {
    private static final String PAYLOAD_HEADER = "x-amz-content-sha256";

    private final Credentials credentials;
    private final InstantSource clock;
    private final SigningKeys signingKeys = new SigningKeys();

    Authentication(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /// @param chunks checks the body's chunks, if they are signed
    record Signer(AccessKey key, PayloadKind payload, Optional<ChunkSignatures> chunks) {}

    /// @throws S3Exception AccessDenied for an unsigned request, or why the signature does not hold
    Signer authenticate(String method, String rawPath, Query query, Headers headers) {
        var signature =
                Signature.parse(headers::joined, query)
                        .orElseThrow(() -> new S3Exception(S3Error.ACCESS_DENIED));
        signature.requireTimely(clock.instant());
        requireSigned(signature, headers);
        var key =
                credentials
                        .find(signature.scope().accessKeyId())
                        .orElseThrow(() -> new S3Exception(S3Error.INVALID_ACCESS_KEY_ID));
        var signing = signingKeys.of(key.secret(), signature.scope());
        signature.requireMatch(canonical(method, rawPath, query, headers, signature), signing);
        signingKeys.remember(key.secret(), signature.scope(), signing);
        if (key.suspended()) {
            throw new S3Exception(S3Error.ACCOUNT_PROBLEM);
        }
        var payload = PayloadKind.parse(headers.text(PAYLOAD_HEADER));
        return new Signer(key, payload, chunks(payload, signing, signature));
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

    private static Optional<ChunkSignatures> chunks(
            PayloadKind payload, SigningKey key, Signature seed) {
        return payload instanceof PayloadKind.Chunked(var signing, _)
                        && signing == PayloadKind.Signing.SIGNED
                ? Optional.of(new ChunkSignatures(key, seed))
                : Optional.empty();
    }
}
