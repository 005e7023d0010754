package io.dure.engines.objects.bodies.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/// A stored body, opened for reading.
public interface StoredBytes extends AutoCloseable {
    /// As it is stored, with all that is around the body.
    long size() throws IOException;

    /// Says what will be read next, in order, for those that can fetch it in one go.
    ///
    /// @param from position, and so the end
    default void expect(long from, long to) {}

    /// Fills the buffer from a position on.
    ///
    /// @throws CorruptBodyException if it is cut short
    void read(long position, ByteBuffer into) throws IOException;

    @Override
    void close() throws IOException;
}
