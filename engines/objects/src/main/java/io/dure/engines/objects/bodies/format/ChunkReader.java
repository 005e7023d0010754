package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.keys.BodyKey;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads ranges of a body's chunks, each verified before any byte of it is passed on.
final class ChunkReader implements BodyReader {
    /// Chunks that are read and passed on together, if they are in the clear.
    static final int AT_A_TIME = 4;

    private final StoredBytes stored;
    private final long start;
    private final BodyHeader header;
    private final int[] sums;
    private final Unseal unseal;
    private final ReadBuffers buffers;

    /// @param start where the first chunk is among the stored bytes
    ChunkReader(
            StoredBytes stored,
            long start,
            BodyHeader header,
            int[] sums,
            Unseal unseal,
            ReadBuffers buffers) {
        this.stored = stored;
        this.start = start;
        this.header = header;
        this.sums = sums;
        this.unseal = unseal;
        this.buffers = buffers;
    }

    @Override
    public void read(ByteRange range, ByteSink sink) throws IOException {
        if (range.length() == 0) {
            return;
        }
        expect(range);
        if (header.cipher() == Cipher.NONE) {
            readClear(range, sink);
        } else {
            readSealed(range, unseal.chunks(header), sink);
        }
    }

    private void expect(ByteRange range) {
        var first = (int) (range.first() / Chunks.BYTES);
        var last = (int) ((range.first() + range.length() - 1) / Chunks.BYTES);
        stored.expect(
                start + Chunks.position(first, header.cipher()),
                start
                        + Chunks.position(last, header.cipher())
                        + Chunks.plainBytes(header.size(), last)
                        + header.cipher().tagBytes());
    }

    private void readClear(ByteRange range, ByteSink sink) throws IOException {
        var end = range.first() + range.length();
        var buffer = buffers.direct();
        for (var at = range.first(); at < end; ) {
            var chunk = (int) (at / Chunks.BYTES);
            var from = (long) chunk * Chunks.BYTES;
            var to = Math.min(header.size(), from + AT_A_TIME * (long) Chunks.BYTES);
            to = Math.min(to, (end + Chunks.BYTES - 1) / Chunks.BYTES * Chunks.BYTES);
            buffer.clear().limit((int) (to - from));
            stored.read(start + from, buffer);
            verify(chunk, buffer.flip());
            buffer.limit((int) (Math.min(to, end) - from)).position((int) (at - from));
            at += buffer.remaining();
            sink.accept(buffer);
        }
    }

    private void verify(int first, ByteBuffer chunks) throws CorruptBodyException {
        for (var at = 0; at < chunks.limit(); at += Chunks.BYTES) {
            var chunk = first + at / Chunks.BYTES;
            var end = Math.min(chunks.limit(), at + Chunks.BYTES);
            if (Chunks.sum(chunks.duplicate().limit(end).position(at)) != sums[chunk]) {
                throw new CorruptBodyException("a chunk's checksum differs");
            }
        }
    }

    private void readSealed(ByteRange range, BodyKey key, ByteSink sink) throws IOException {
        var end = range.first() + range.length();
        var sealed = buffers.chunk();
        var plain = buffers.chunk();
        try {
            for (var at = range.first(); at < end; ) {
                var chunk = (int) (at / Chunks.BYTES);
                var from = (long) chunk * Chunks.BYTES;
                open(chunk, key, sealed, plain);
                var bytes = plain.view();
                bytes.limit((int) Math.min(bytes.limit(), end - from)).position((int) (at - from));
                at += bytes.remaining();
                sink.accept(bytes);
            }
        } finally {
            buffers.give(sealed);
            buffers.give(plain);
        }
    }

    private void open(int chunk, BodyKey key, ChunkBuffer sealed, ChunkBuffer plain)
            throws IOException {
        var length = Chunks.plainBytes(header.size(), chunk);
        sealed.length(length + header.cipher().tagBytes());
        stored.read(start + Chunks.position(chunk, header.cipher()), sealed.view());
        if (Chunks.sum(sealed.bytes(), sealed.length()) != sums[chunk]) {
            throw new CorruptBodyException("a chunk's checksum differs");
        }
        var last = chunk == sums.length - 1;
        if (key.open(chunk, last, sealed.bytes(), sealed.length(), plain.bytes(), 0) != length) {
            throw new CorruptBodyException("a chunk was sealed under another key");
        }
        plain.length(length);
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
