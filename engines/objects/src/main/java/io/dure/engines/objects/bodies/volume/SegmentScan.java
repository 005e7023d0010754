package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.SliceHead;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The slices of a segment in order, without those that were given back.
public final class SegmentScan implements AutoCloseable {
    private static final int WINDOW_BYTES = 64 * 1024;

    private final FileChannel channel;
    private final long number;
    private final ByteBuffer start = ByteBuffer.allocate(Slice.HEAD_BYTES);
    private long position;
    private long removed;
    private final List<Long> damaged = new ArrayList<>();
    private final List<Long> ragged = new ArrayList<>();

    public SegmentScan(Path path, long number) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.number = number;
    }

    /// @param bytes of which it takes [SliceHead#storedBytes]
    public record Found(SliceId id, SliceHead head, StoredBytes bytes) {}

    /// Where something was passed over that is no slice and has slices behind it, so that nobody
    /// knows whose it was; in units. At the end, it is what a crash tore, and was never
    /// acknowledged.
    public List<Long> gaps() {
        return damaged;
    }

    /// Bytes of slices that were given back, and of what is torn at the end.
    public long removedBytes() {
        return removed;
    }

    /// @return empty at the end
    public Optional<Found> next() throws IOException {
        while (position < channel.size()) {
            var found = find();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// @return empty if there is none at this position, or one that was given back
    private Optional<Found> find() throws IOException {
        var here = new FileBytes(channel, position, channel.size() - position);
        try {
            here.read(0, start.clear());
            var lives = Slice.isStart(start.getLong(0));
            var head = SliceHead.read(here);
            var units = (int) (head.storedBytes() / SliceId.UNIT_BYTES);
            var id = new SliceId(number, position / SliceId.UNIT_BYTES, units);
            if (!id.uuid().equals(head.header().place())) {
                throw new CorruptBodyException("it is another's");
            }
            position += head.storedBytes();
            damaged.addAll(ragged);
            ragged.clear();
            removed += lives ? 0 : head.storedBytes();
            return lives ? Optional.of(new Found(id, head, here)) : Optional.empty();
        } catch (CorruptBodyException e) {
            ragged.add(position / SliceId.UNIT_BYTES);
            var next = nextStart(position + SliceId.UNIT_BYTES);
            removed += next - position;
            position = next;
            return Optional.empty();
        }
    }

    /// Where the next slice may start: what is damaged must not hide what lies behind it.
    private long nextStart(long from) throws IOException {
        var window = ByteBuffer.allocate(WINDOW_BYTES);
        for (var at = from; at < channel.size(); at += WINDOW_BYTES) {
            window.clear();
            while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {}
            window.flip();
            for (var unit = 0; unit + Long.BYTES <= window.limit(); unit += SliceId.UNIT_BYTES) {
                if (Slice.wasStart(window.getLong(unit))) {
                    return at + unit;
                }
            }
        }
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
