package io.dure.engines.objects.sigv4;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.security.MessageDigest;

/// Checks the signatures of a body's chunks: each covers the one before, the first the request's.
/// Amazon S3 API Reference, "Signature Calculations for the Authorization Header: Transferring
/// Payload in Multiple Chunks".
public final class ChunkSignatures {
    private final SigningKey key;
    private final String time;
    private final CredentialScope scope;
    private final MessageDigest chunk = Hashes.sha256();
    private String previous;

    public ChunkSignatures(SigningKey key, Signature seed) {
        this.key = key;
        this.time = seed.time();
        this.scope = seed.scope();
        this.previous = seed.value();
    }

    void update(byte[] bytes, int offset, int length) {
        chunk.update(bytes, offset, length);
    }

    /// @throws S3Exception SignatureDoesNotMatch
    void endChunk(String signature) {
        require(
                signature,
                "AWS4-HMAC-SHA256-PAYLOAD\n"
                        + head()
                        + Hashes.OF_NOTHING
                        + "\n"
                        + Hashes.hex(chunk.digest()));
    }

    /// @param trailer its lines, each `name:value` and a line feed
    /// @throws S3Exception SignatureDoesNotMatch
    void endTrailer(String trailer, String signature) {
        require(signature, "AWS4-HMAC-SHA256-TRAILER\n" + head() + Hashes.sha256Hex(trailer));
    }

    private String head() {
        return time + "\n" + scope.text() + "\n" + previous + "\n";
    }

    private void require(String signature, String text) {
        if (!Hashes.same(key.sign(text), signature)) {
            throw new S3Exception(S3Error.SIGNATURE_DOES_NOT_MATCH);
        }
        previous = signature;
    }
}
