package io.dure.cloud.metering;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Counters in memory that is a file: what is added to them is in the system's page cache at once,
/// which outlives the process. Only this machine's own byte order is written, for only it reads.
///
/// A slot is 256 bytes: its state, the cell, and the counters; the state is written last.
final class TallyMemory implements AutoCloseable {
    /// Cells of one batch. The file has 2 MiB, and lives for seconds, so it seldom reaches a disk.
    static final int SLOTS = 8_192;

    private static final int SLOT_BYTES = 256;
    private static final long SIZE_BYTES = (long) SLOTS * SLOT_BYTES;

    private static final long TAKEN = 0x4455_5245_5431_0001L;
    private static final int STATE = 0;
    private static final int HOUR = 8;
    private static final int TENANT = 16;
    private static final int BUCKET = 32;
    private static final int ACCESS_KEY = 100;
    private static final int KNOWN = 200;
    private static final int COUNTERS = 208;

    /// As long as S3 lets the name of a bucket be.
    static final int LONGEST_BUCKET_BYTES = 63;

    /// Ids of access keys have 20.
    static final int LONGEST_KEY_BYTES = 90;

    private static final VarHandle LONG = JAVA_LONG.varHandle();

    private final Arena arena;
    private final MemorySegment memory;

    private TallyMemory(Arena arena, MemorySegment memory) {
        this.arena = arena;
        this.memory = memory;
    }

    /// A new file, whose room is taken from the disk at once: memory that is a file without room
    /// ends the process that writes to it.
    ///
    /// @throws IOException if there is no room
    static TallyMemory create(Path file) throws IOException {
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            for (var zeros = ByteBuffer.allocate((int) SIZE_BYTES); zeros.hasRemaining(); ) {
                channel.write(zeros);
            }
            return mapped(channel, FileChannel.MapMode.READ_WRITE);
        }
    }

    /// What an earlier process left. One that was killed while it made the file has counted nothing
    /// in it.
    static TallyMemory open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.size() < SIZE_BYTES
                    ? inMemory()
                    : mapped(channel, FileChannel.MapMode.READ_ONLY);
        }
    }

    /// Counters that do not outlive the process.
    static TallyMemory inMemory() {
        var arena = Arena.ofShared();
        return new TallyMemory(arena, arena.allocate(SIZE_BYTES, Long.BYTES));
    }

    private static TallyMemory mapped(FileChannel channel, FileChannel.MapMode mode)
            throws IOException {
        var arena = Arena.ofShared();
        return new TallyMemory(arena, channel.map(mode, 0, SIZE_BYTES, arena));
    }

    /// Names a slot that nobody has.
    void take(int slot, Cell cell) {
        var at = at(slot);
        memory.set(JAVA_LONG, at + HOUR, cell.hour());
        memory.set(JAVA_LONG, at + TENANT, cell.tenant().value().getMostSignificantBits());
        memory.set(
                JAVA_LONG,
                at + TENANT + Long.BYTES,
                cell.tenant().value().getLeastSignificantBits());
        writeText(at + BUCKET, cell.bucket());
        writeText(at + ACCESS_KEY, cell.accessKey());
        LONG.setRelease(memory, at + STATE, TAKEN);
    }

    /// Adds to a slot that is taken: bytes before the request itself, so that none is counted
    /// without its bytes.
    void add(int slot, Amounts more, boolean isKnown) {
        var at = at(slot);
        if (isKnown && (long) LONG.getOpaque(memory, at + KNOWN) == 0) {
            LONG.setOpaque(memory, at + KNOWN, 1L);
        }
        add(at, 3, more.bytesIn());
        add(at, 4, more.bytesOut());
        add(at, 0, more.writes());
        add(at, 1, more.reads());
        add(at, 2, more.deletes());
    }

    private void add(long at, int counter, long more) {
        if (more != 0) {
            var _ =
                    (long)
                            LONG.getAndAdd(
                                    memory, at + COUNTERS + (long) counter * Long.BYTES, more);
        }
    }

    /// All that is counted; slots are taken in order.
    List<Count> counts() {
        var counts = new ArrayList<Count>();
        for (var slot = 0; slot < SLOTS; slot++) {
            var at = at(slot);
            if ((long) LONG.getAcquire(memory, at + STATE) == TAKEN) {
                counts.add(
                        new Count(cell(at), amounts(at), memory.get(JAVA_LONG, at + KNOWN) != 0));
            }
        }
        return counts;
    }

    private Cell cell(long at) {
        return new Cell(
                memory.get(JAVA_LONG, at + HOUR),
                new TenantId(
                        new UUID(
                                memory.get(JAVA_LONG, at + TENANT),
                                memory.get(JAVA_LONG, at + TENANT + Long.BYTES))),
                text(at + BUCKET),
                text(at + ACCESS_KEY));
    }

    private Amounts amounts(long at) {
        return new Amounts(
                counter(at, 0), counter(at, 1), counter(at, 2), counter(at, 3), counter(at, 4));
    }

    private long counter(long at, int counter) {
        return memory.get(JAVA_LONG, at + COUNTERS + (long) counter * Long.BYTES);
    }

    private void writeText(long at, String text) {
        var bytes = text.getBytes(UTF_8);
        memory.set(JAVA_INT, at, bytes.length);
        MemorySegment.copy(
                MemorySegment.ofArray(bytes), 0, memory, at + Integer.BYTES, bytes.length);
    }

    private String text(long at) {
        var length = memory.get(JAVA_INT, at);
        return new String(
                memory.asSlice(at + Integer.BYTES, length)
                        .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE),
                UTF_8);
    }

    private static long at(int slot) {
        return (long) slot * SLOT_BYTES;
    }

    @Override
    public void close() {
        arena.close();
    }
}
