package io.dure.engines.objects.bodies.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How many bytes were given back of each segment. Written down now and then, and not forced: what
/// a crash loses only lets a segment wait longer for its compaction.
///
/// The file has a line for each segment: `number bytes`, the first in hex.
public final class SegmentUse {
    private final Path file;
    private final Map<Long, Long> removed = new HashMap<>();
    private boolean changed;

    SegmentUse(Path file) throws IOException {
        this.file = file;
        try {
            Files.readString(file).lines().forEach(this::read);
        } catch (NoSuchFileException e) {
            // the first process in this folder
        }
    }

    private void read(String line) {
        var fields = line.split(" ", -1);
        if (fields.length == 2
                && fields[0].matches("[0-9a-f]{1,12}")
                && fields[1].matches("\\d{1,12}")) {
            removed.put(Long.parseLong(fields[0], 16), Long.valueOf(fields[1]));
        }
    }

    /// @return how many bytes are given back by now
    synchronized long remove(long segment, long bytes) {
        changed = true;
        return removed.merge(segment, bytes, Long::sum);
    }

    public synchronized long removed(long segment) {
        return removed.getOrDefault(segment, 0L);
    }

    /// Somebody counted.
    synchronized void set(long segment, long bytes) {
        changed = true;
        removed.put(segment, bytes);
    }

    synchronized void forget(long segment) {
        changed |= removed.remove(segment) != null;
    }

    /// Writes down what changed since it was written down last.
    public void write() throws IOException {
        Map<Long, Long> now;
        synchronized (this) {
            if (!changed) {
                return;
            }
            changed = false;
            now = new TreeMap<>(removed);
        }
        var text = new StringBuilder();
        now.forEach((segment, bytes) ->
                text.append(Long.toHexString(segment)).append(' ').append(bytes).append('\n'));
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
