package io.dure.engines.objects.s3;

import io.dure.engines.objects.bodies.BodyWriter;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.RunningChecksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.sigv4.ChunkedBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// A request's body, read once: decoded, bounded in size, and checked against every digest that the
/// client gave for it.
final class Payload {
    /// Large enough for digests to run at speed, small enough for many at once.
    private static final int READ_BYTES = 32 * 1024;

    private final InputStream bytes;
    private final Optional<ChunkedBody> chunked;
    private final Declared declared;
    private final OptionalLong largest;

    Payload(InputStream bytes, Optional<ChunkedBody> chunked, Declared declared) {
        this.bytes = bytes;
        this.chunked = chunked;
        this.declared = declared;
        this.largest = declared.length();
    }

    /// The file of a form, whose length nobody said.
    ///
    /// @param largest how many bytes it can have
    Payload(InputStream bytes, Declared declared, long largest) {
        this.bytes = bytes;
        this.chunked = Optional.empty();
        this.declared = declared;
        this.largest = OptionalLong.of(largest);
    }

    /// What came.
    ///
    /// @param etag MD5 in hex
    /// @param checksum the one that the client gave, now verified
    record Received(String etag, Optional<Checksum> checksum) {}

    /// Takes pieces of the body.
    private interface Sink {
        void take(byte[] piece, int length) throws IOException;
    }

    /// How many bytes the body decodes to, if the client said so.
    OptionalLong declaredLength() {
        return declared.length();
    }

    /// Whether the client gave a digest, besides the one that it signed.
    boolean isDigested() {
        return declared.md5().isPresent() || declared.algorithm().isPresent();
    }

    /// How many bytes the body decodes to; of a form's file, at most.
    ///
    /// @throws S3Exception MissingContentLength, EntityTooLarge
    long requireLength(long most) {
        var length = largest.orElseThrow(() -> new S3Exception(S3Error.MISSING_CONTENT_LENGTH));
        if (length > most) {
            throw new S3Exception(S3Error.ENTITY_TOO_LARGE);
        }
        return length;
    }

    /// Writes the body as it comes.
    ///
    /// @throws S3Exception if it is not what the client declared; the body is then not to be kept
    Received copyTo(BodyWriter writer) throws IOException {
        return read((piece, length) -> writer.write(piece, 0, length));
    }

    /// @param most bytes that it may have
    byte[] readAll(int most) throws IOException {
        if (declared.length().isPresent()) {
            requireLength(most);
        }
        var all = new ByteArrayOutputStream();
        read((piece, length) -> {
            if (all.size() + length > most) {
                throw new S3Exception(S3Error.MALFORMED_XML);
            }
            all.write(piece, 0, length);
        });
        return all.toByteArray();
    }

    private Received read(Sink sink) throws IOException {
        var md5 = RunningChecksum.md5();
        var sha256 =
                declared.sha256()
                        .map(_ ->
                                io.dure.engines.objects.checksum.ChecksumAlgorithm.SHA256.start());
        var checksum = declared.algorithm().map(algorithm -> algorithm.start());
        var piece = new byte[READ_BYTES];
        long size = 0;
        for (var count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
            size += count;
            requireWithin(size);
            md5.update(piece, 0, count);
            if (sha256.isPresent()) {
                sha256.get().update(piece, 0, count);
            }
            if (checksum.isPresent()) {
                checksum.get().update(piece, 0, count);
            }
            sink.take(piece, count);
        }
        requireComplete(size);
        var hash = md5.finish();
        declared.md5()
                .filter(expected -> !Arrays.equals(expected, hash))
                .ifPresent(_ -> {
                    throw new S3Exception(S3Error.BAD_DIGEST)
                            .with(
                                    "ExpectedDigest",
                                    HexFormat.of().formatHex(declared.md5().orElseThrow()))
                            .with("CalculatedDigest", Base64.getEncoder().encodeToString(hash));
                });
        sha256.map(sum -> HexFormat.of().formatHex(sum.finish()))
                .filter(actual -> !actual.equals(declared.sha256().orElseThrow()))
                .ifPresent(_ -> {
                    throw new S3Exception(S3Error.X_AMZ_CONTENT_SHA256_MISMATCH);
                });
        return new Received(
                HexFormat.of().formatHex(hash), checksum.map(sum -> verified(sum.finish())));
    }

    private Checksum verified(byte[] actual) {
        var algorithm = declared.algorithm().orElseThrow();
        var checksum = Checksum.ofWhole(algorithm, actual);
        var expected =
                declared.checksum()
                        .or(() ->
                                chunked.map(ChunkedBody::trailers)
                                        .flatMap(trailers ->
                                                Optional.ofNullable(
                                                        trailers.get(algorithm.header()))))
                        .orElseThrow(() -> new S3Exception(S3Error.INCOMPLETE_BODY));
        if (!Checksum.isValid(algorithm, expected)) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "Value for " + algorithm.header() + " header is invalid.");
        }
        if (!expected.equals(checksum.value())) {
            throw new S3Exception(
                    S3Error.BAD_DIGEST,
                    "The " + algorithm + " you specified did not match the calculated checksum.");
        }
        return checksum;
    }

    private void requireWithin(long size) {
        if (declared.length().isPresent() && size > declared.length().getAsLong()) {
            throw new S3Exception(S3Error.INCOMPLETE_BODY);
        }
    }

    private void requireComplete(long size) {
        if (declared.length().isPresent() && size != declared.length().getAsLong()) {
            throw new S3Exception(S3Error.INCOMPLETE_BODY);
        }
    }
}
