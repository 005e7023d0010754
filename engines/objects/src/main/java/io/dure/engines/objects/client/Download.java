package io.dure.engines.objects.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// A part of an object that is just coming in.
public final class Download implements AutoCloseable {
    private static final int AT_A_TIME = 64 * 1024;

    private final ContentRange range;
    private final InputStream bytes;
    private long left;

    Download(ContentRange range, InputStream bytes) {
        this.range = range;
        this.bytes = bytes;
        this.left = range.last() - range.first() + 1;
    }

    /// Where it starts in the object.
    public long first() {
        return range.first();
    }

    /// How many bytes of it did not come yet.
    public long left() {
        return left;
    }

    /// How many bytes the object has.
    public long total() {
        return range.total();
    }

    /// Fills the buffer, or what the part has left of it.
    ///
    /// @throws IOException if it breaks off; what came before is in the buffer
    public void read(ByteBuffer into) throws IOException {
        var scratch = new byte[Math.min(into.remaining(), AT_A_TIME)];
        while (into.hasRemaining() && left > 0) {
            var most = (int) Math.min(left, Math.min(scratch.length, into.remaining()));
            var count = bytes.read(scratch, 0, most);
            if (count < 0) {
                throw new IOException("the answer is cut short");
            }
            into.put(scratch, 0, count);
            left -= count;
        }
        // Only one whose end was seen leaves its connection to the next.
        if (left == 0 && bytes.read() >= 0) {
            throw new IOException("the answer is longer than it says");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
