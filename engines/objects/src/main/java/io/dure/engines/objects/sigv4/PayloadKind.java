package io.dure.engines.objects.sigv4;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// How a request's body is signed, by its header x-amz-content-sha256.
public sealed interface PayloadKind {
    /// As one, by its SHA-256 in hex.
    record Whole(String sha256) implements PayloadKind {}

    /// Not at all.
    record Unsigned() implements PayloadKind {}

    /// In chunks of aws-chunked framing.
    ///
    /// @param chunks whether each chunk carries a signature
    /// @param trailers whether headers follow the last chunk
    record Chunked(Signing chunks, Trailing trailers) implements PayloadKind {}

    /// Whether chunks carry signatures.
    enum Signing {
        SIGNED,
        UNSIGNED
    }

    /// Whether headers follow the last chunk.
    enum Trailing {
        TRAILER,
        NO_TRAILER
    }

    /// @param header the header's value; empty if it is absent, as in presigned URLs
    /// @throws S3Exception if S3 defines no such value
    static PayloadKind parse(String header) {
        return switch (header) {
            case "", "UNSIGNED-PAYLOAD" -> new Unsigned();
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" ->
                    new Chunked(Signing.SIGNED, Trailing.NO_TRAILER);
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" ->
                    new Chunked(Signing.SIGNED, Trailing.TRAILER);
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" ->
                    new Chunked(Signing.UNSIGNED, Trailing.TRAILER);
            default -> whole(header);
        };
    }

    private static PayloadKind whole(String header) {
        if (header.startsWith("STREAMING-")) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        if (!header.matches("[0-9a-fA-F]{64}")) {
            throw S3Exception.argument(
                    "x-amz-content-sha256",
                    header,
                    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING value, or a valid sha256 value.");
        }
        return new Whole(header.toLowerCase(java.util.Locale.ROOT));
    }
}
