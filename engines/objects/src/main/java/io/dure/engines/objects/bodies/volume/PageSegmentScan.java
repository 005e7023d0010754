package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.earlier.PageSliceFormat;
import io.dure.engines.objects.bodies.place.PageSliceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The slices of a segment in order, without those that were given back.
final class PageSegmentScan implements AutoCloseable {
    private final FileChannel channel;
    private final long number;
    private final ByteBuffer header = ByteBuffer.allocateDirect(PageSliceFormat.HEADER_BYTES);
    private long position;
    private boolean torn;

    public PageSegmentScan(Path path, long number) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.number = number;
    }

    /// Whether it ended at something that is no slice, so that nobody knows what lies behind.
    public boolean isTorn() {
        return torn;
    }

    /// @return empty at the end
    public Optional<PageSliceId> next() throws IOException {
        while (!torn && load()) {
            if (!PageSliceFormat.isBlank(header)) {
                return slice();
            }
            position += PageSliceId.UNIT_BYTES;
        }
        return Optional.empty();
    }

    private boolean load() throws IOException {
        header.clear();
        while (header.hasRemaining()) {
            if (channel.read(header, position + header.position()) < 0) {
                // The last unit of a slice that was given back may be shorter than a header.
                torn = !PageSliceFormat.isBlank(header.flip());
                return false;
            }
        }
        header.flip();
        return true;
    }

    private Optional<PageSliceId> slice() {
        var found =
                PageSliceFormat.find(header)
                        .map(PageSliceFormat.Header::id)
                        .filter(id -> id.segment() == number && id.position() == position);
        torn = found.isEmpty();
        position += found.map(PageSliceId::length).orElse(0L);
        return found;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
