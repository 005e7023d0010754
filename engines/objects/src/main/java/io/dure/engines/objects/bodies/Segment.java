package io.dure.engines.objects.bodies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The file that small bodies are appended to, made durable by one fsync for all that wait.
///
/// A segment is written by the process that made it, so nobody appends behind what a crash tore.
final class Segment {
    private final long number;
    private final FileChannel channel;
    private final SharedSync sync;
    private int end;
    private int writers;
    private boolean sealed;

    private Segment(long number, FileChannel channel) {
        this.number = number;
        this.channel = channel;
        this.sync = SharedSync.ofFile(channel);
    }

    static Segment create(long number, Path path) throws IOException {
        return new Segment(
                number,
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    long number() {
        return number;
    }

    /// Writes a slice, which is not durable before [#sync].
    ///
    /// @param body behind room for the header
    /// @param sum its CRC32C
    /// @param taken learns the address before anybody else could
    /// @return null if the segment takes no more
    synchronized @Nullable SliceId append(ByteBuffer body, int sum, Consumer<SliceId> taken)
            throws IOException {
        var size = body.remaining();
        var units = SliceFormat.units(size);
        if (sealed || sync.isBroken() || end + units > SliceId.MOST_UNITS_OF_SEGMENT) {
            seal();
            return null;
        }
        var id = new SliceId(number, end, units);
        taken.accept(id);
        var slice = body.duplicate();
        slice.position(body.position() - SliceFormat.HEADER_BYTES);
        SliceFormat.writeHeader(id, size, sum, slice.duplicate());
        try {
            write(slice, id.position());
        } catch (ClosedChannelException e) {
            // An interrupt of one writer closes the channel for all.
            seal();
            throw e;
        }
        // Where the disk was full, the next slice is written over what is torn.
        end += units;
        writers++;
        return id;
    }

    private void write(ByteBuffer slice, long position) throws IOException {
        for (var at = position; slice.hasRemaining(); ) {
            at += channel.write(slice, at);
        }
    }

    /// Makes durable what the caller appended. To be called once for each slice.
    void sync() throws IOException {
        try {
            sync.sync();
        } finally {
            leave();
        }
    }

    private synchronized void leave() throws IOException {
        writers--;
        closeIfUnused();
    }

    /// Takes no more slices from now on.
    synchronized void seal() throws IOException {
        sealed = true;
        closeIfUnused();
    }

    private void closeIfUnused() throws IOException {
        if (sealed && writers == 0) {
            channel.close();
        }
    }
}
