package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Segments that are read, kept open: opening a file costs more than reading a small slice of it.
final class SegmentFiles {
    /// 32 GiB of small bodies, and few of a process's descriptors.
    private static final int KEPT = 128;

    /// A channel that somebody closed, by an interrupt or to make room, is opened again.
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final LinkedHashMap<Long, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true);

    SegmentFiles(Path folder) {
        this.folder = folder;
    }

    private interface Use {
        void on(FileChannel channel) throws IOException;
    }

    /// Fills the buffer from a position on.
    ///
    /// @return whether there is such a segment
    /// @throws CorruptBodyException if it ends before
    boolean read(long number, long position, ByteBuffer into) throws IOException {
        var from = into.position();
        return use(
                number,
                channel -> {
                    while (into.hasRemaining()) {
                        if (channel.read(into, position + into.position() - from) < 0) {
                            throw new CorruptBodyException("it is cut short");
                        }
                    }
                });
    }

    /// @return whether there is such a segment
    boolean write(long number, long position, ByteBuffer bytes) throws IOException {
        return use(number, channel -> channel.write(bytes.duplicate(), position));
    }

    /// Makes durable what was written; a segment that is gone needs nothing.
    void force(long number) throws IOException {
        use(number, channel -> channel.force(false));
    }

    private boolean use(long number, Use use) throws IOException {
        for (var attempt = 1; ; attempt++) {
            var channel = channel(number);
            if (channel == null) {
                return false;
            }
            try {
                use.on(channel);
                return true;
            } catch (ClosedChannelException e) {
                forget(number);
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private synchronized @Nullable FileChannel channel(long number) throws IOException {
        var kept = open.get(number);
        if (kept != null) {
            return kept;
        }
        try {
            var opened =
                    FileChannel.open(
                            path(number), StandardOpenOption.READ, StandardOpenOption.WRITE);
            open.put(number, opened);
            closeEldest();
            return opened;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void closeEldest() throws IOException {
        if (open.size() > KEPT) {
            Map.Entry<Long, FileChannel> eldest = open.firstEntry();
            open.remove(eldest.getKey());
            eldest.getValue().close();
        }
    }

    synchronized void forget(long number) throws IOException {
        var channel = open.remove(number);
        if (channel != null) {
            channel.close();
        }
    }

    Path path(long number) {
        return folder.resolve(java.util.HexFormat.of().toHexDigits(number, 12));
    }
}
