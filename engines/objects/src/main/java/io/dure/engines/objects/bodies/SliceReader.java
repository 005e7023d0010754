package io.dure.engines.objects.bodies;

import io.dure.engines.objects.http.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// Reads a body that is a slice of a segment: always whole, since one checksum covers it.
final class SliceReader implements BodyReader {
    private final FileChannel channel;
    private final SliceId id;
    private final int size;
    private final ByteBuffer buffer;

    private SliceReader(FileChannel channel, SliceId id, int size, ByteBuffer buffer) {
        this.channel = channel;
        this.id = id;
        this.size = size;
        this.buffer = buffer;
    }

    /// Takes the channel over.
    ///
    /// @param size of the body as its row says
    /// @return empty if the slice was given back
    static Optional<BodyReader> open(FileChannel channel, SliceId id, long size, ByteBuffer buffer)
            throws IOException {
        try {
            var header = load(channel, id, SliceFormat.HEADER_BYTES, buffer);
            if (SliceFormat.isBlank(header)) {
                channel.close();
                return Optional.empty();
            }
            if (require(header, id).size() != size) {
                throw new CorruptBodyException("it has another size");
            }
            return Optional.of(new SliceReader(channel, id, (int) size, buffer));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static SliceFormat.Header require(ByteBuffer bytes, SliceId id)
            throws CorruptBodyException {
        return SliceFormat.find(bytes)
                .filter(header -> header.id().equals(id))
                .orElseThrow(() -> new CorruptBodyException("its header is damaged"));
    }

    @Override
    public void read(ByteRange range, ByteSink sink) throws IOException {
        var slice = load(channel, id, SliceFormat.HEADER_BYTES + size, buffer);
        var header = require(slice, id);
        if (header.size() != size || BlockFormat.sum(slice) != header.sum()) {
            throw new CorruptBodyException("its checksum differs");
        }
        var start = slice.position() + (int) range.first();
        sink.accept(slice.limit(start + (int) range.length()).position(start));
    }

    private static ByteBuffer load(FileChannel channel, SliceId id, int length, ByteBuffer into)
            throws IOException {
        into.clear().limit(length);
        while (into.hasRemaining()) {
            if (channel.read(into, id.position() + into.position()) < 0) {
                throw new CorruptBodyException("it is cut short");
            }
        }
        return into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
