package io.dure.engines.objects.bodies;

import io.dure.engines.objects.http.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Reads ranges of a body that is a file, a verified block at a time.
final class FileBodyReader implements BodyReader {
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer;

    private FileBodyReader(FileChannel channel, long size, ByteBuffer buffer) {
        this.channel = channel;
        this.size = size;
        this.buffer = buffer;
    }

    /// @return empty if there is no such file
    static Optional<BodyReader> open(Path path, long size, ByteBuffer buffer) throws IOException {
        try {
            var channel = FileChannel.open(path, StandardOpenOption.READ);
            return Optional.of(new FileBodyReader(channel, size, buffer));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void read(ByteRange range, ByteSink sink) throws IOException {
        var sums = trailer();
        var end = range.first() + range.length();
        for (var at = range.first(); at < end; ) {
            var block = (int) (at / BlockFormat.BLOCK_BYTES);
            var start = (long) block * BlockFormat.BLOCK_BYTES;
            load(start, (int) Math.min(BlockFormat.BLOCK_BYTES, size - start));
            verify(sums[block]);
            buffer.limit((int) Math.min(buffer.limit(), end - start)).position((int) (at - start));
            at += buffer.remaining();
            sink.accept(buffer);
        }
    }

    private int[] trailer() throws IOException {
        var trailer = ByteBuffer.allocate(BlockFormat.trailerBytes(size));
        fill(trailer, size);
        return BlockFormat.readTrailer(trailer, size);
    }

    private void load(long position, int length) throws IOException {
        buffer.clear().limit(length);
        fill(buffer, position);
    }

    private void fill(ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                throw new CorruptBodyException("it is cut short");
            }
        }
        into.flip();
    }

    private void verify(int expected) throws CorruptBodyException {
        if (BlockFormat.sum(buffer) != expected) {
            throw new CorruptBodyException("a block's checksum differs");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
