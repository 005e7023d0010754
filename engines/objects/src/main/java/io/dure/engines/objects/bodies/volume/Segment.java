package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.metadata.Unforced;
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
    private boolean sealed;

    /// In bytes: how much is written, and how much of it is on disk.
    private volatile long end;

    private volatile long forced;

    private Segment(long number, FileChannel channel) {
        this.number = number;
        this.channel = channel;
        this.sync = new SharedSync(this::fdatasync);
    }

    static Segment create(long number, Path path) throws IOException {
        return new Segment(
                number,
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    long number() {
        return number;
    }

    /// Writes a slice.
    ///
    /// @param taken learns the place before anybody else could
    /// @return null if the segment takes no more
    synchronized @Nullable Unforced append(Slice slice, Consumer<UUID> taken) throws IOException {
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
        var after = end + length;
        end = after;
        return () -> force(after);
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

    private void force(long until) throws IOException {
        if (forced < until) {
            sync.sync();
        }
    }

    private void fdatasync() throws IOException {
        var covered = end;
        if (forced < covered) {
            channel.force(false);
            forced = covered;
        }
    }

    /// Takes no more slices from now on. What the disk does not take now, it never does.
    synchronized void seal() throws IOException {
        if (sealed) {
            return;
        }
        sealed = true;
        try (channel) {
            if (!sync.isBroken()) {
                force(end);
            }
        }
    }

    /// Takes no more slices if all that was written was given back.
    ///
    /// @return whether it takes none now
    synchronized boolean sealIfDead(long removedBytes) throws IOException {
        if (end != removedBytes) {
            return false;
        }
        seal();
        return true;
    }
}
