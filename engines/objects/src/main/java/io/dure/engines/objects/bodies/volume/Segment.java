package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The file that small bodies are appended to, made durable by one fsync for all that wait.
///
/// A segment is written by the process that made it, so nobody appends behind what a crash tore.
final class Segment {
    /// A segment that is compacted is read and half written again: not too large for that.
    static final long LARGEST_BYTES = 256L << 20;

    private final long number;
    private final FileChannel channel;
    private final SharedSync sync;
    private long end;
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
    /// @param taken learns the place before anybody else could
    /// @return null if the segment takes no more
    synchronized @Nullable SliceId append(Slice slice, Consumer<UUID> taken) throws IOException {
        var units = slice.units();
        var length = (long) units * SliceId.UNIT_BYTES;
        if (sealed || sync.isBroken() || end + length > LARGEST_BYTES) {
            seal();
            return null;
        }
        var id = new SliceId(number, end / SliceId.UNIT_BYTES, units);
        taken.accept(id.uuid());
        try {
            channel.position(end);
            write(slice.bytes(id.uuid()), length);
        } catch (ClosedChannelException e) {
            // An interrupt of one writer closes the channel for all.
            seal();
            throw e;
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        end += length;
        writers++;
        return id;
    }

    /// Where the disk was full, what is torn goes, and a smaller slice may fit.
    private void takeBack(IOException failure) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void write(ByteBuffer[] bytes, long length) throws IOException {
        for (var left = length; left > 0; ) {
            left -= channel.write(bytes);
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

    /// Takes no more slices if nobody is writing and this is all that was written.
    synchronized boolean sealIfUnused(long writtenBytes) throws IOException {
        if (writers > 0 || end != writtenBytes) {
            return false;
        }
        seal();
        return true;
    }

    private void closeIfUnused() throws IOException {
        if (sealed && writers == 0) {
            channel.close();
        }
    }
}
