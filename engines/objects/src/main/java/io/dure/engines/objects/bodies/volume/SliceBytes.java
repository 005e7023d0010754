package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A slice of a segment, whose start is read at once: a small one is then read whole.
final class SliceBytes implements StoredBytes {
    /// A head, and a body of 4 KiB behind it, with some room.
    private static final int AHEAD_BYTES = 8 * 1024;

    private final SegmentFiles files;
    private final SliceId id;
    private final ByteBuffer ahead;

    private SliceBytes(SegmentFiles files, SliceId id, ByteBuffer ahead) {
        this.files = files;
        this.id = id;
        this.ahead = ahead;
    }

    /// @return null if there is no such segment
    static @Nullable SliceBytes open(SegmentFiles files, SliceId id) throws IOException {
        var ahead = ByteBuffer.allocate((int) Math.min(AHEAD_BYTES, id.length()));
        return files.read(id.segment(), id.position(), ahead)
                ? new SliceBytes(files, id, ahead.flip())
                : null;
    }

    /// Whether it was given back, as its first byte says.
    boolean isRemoved() {
        return ahead.get(0) == Slice.REMOVED;
    }

    @Override
    public long size() {
        return id.length();
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        var at = position;
        if (at < ahead.limit()) {
            var count = (int) Math.min(into.remaining(), ahead.limit() - at);
            into.put(into.position(), ahead, (int) at, count);
            into.position(into.position() + count);
            at += count;
        }
        if (into.hasRemaining()) {
            if (at + into.remaining() > id.length()
                    || !files.read(id.segment(), id.position() + at, into)) {
                throw new CorruptBodyException("it is cut short");
            }
        }
    }

    @Override
    public void close() {}
}
