package io.dure.engines.objects.s3;

import io.dure.engines.objects.bodies.BodyWriter;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.checksum.RunningChecksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/// Copies bytes from one object into the body of another.
final class Copying {
    private static final int PIECE_BYTES = 32 * 1024;

    private Copying() {}

    /// @param algorithm of the checksum to compute on the way, if any
    static Payload.Received copy(
            Exchange exchange,
            StoredObject source,
            ByteRange range,
            BodyWriter writer,
            Optional<ChecksumAlgorithm> algorithm)
            throws IOException {
        var md5 = RunningChecksum.md5();
        var checksum = algorithm.map(ChecksumAlgorithm::start);
        var piece = new byte[PIECE_BYTES];
        var opened =
                exchange.services()
                        .bodies()
                        .open(source.contents(), Protection.ofCopySource(exchange.headers()))
                        .orElseThrow(() -> new S3Exception(S3Error.SERVICE_UNAVAILABLE));
        try (opened) {
            opened.read(
                    range,
                    bytes -> {
                        while (bytes.hasRemaining()) {
                            var count = Math.min(piece.length, bytes.remaining());
                            bytes.get(piece, 0, count);
                            md5.update(piece, 0, count);
                            checksum.ifPresent(sum -> sum.update(piece, 0, count));
                            writer.write(piece, 0, count);
                        }
                    });
        }
        return new Payload.Received(
                HexFormat.of().formatHex(md5.finish()),
                checksum.map(sum -> Checksum.ofWhole(algorithm.orElseThrow(), sum.finish())));
    }
}
