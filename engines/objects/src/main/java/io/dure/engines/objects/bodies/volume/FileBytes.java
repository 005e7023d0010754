package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.StoredBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file on disk, or a part of one, as a stored body.
///
/// @param position in the file, in bytes, and so the size
record FileBytes(FileChannel channel, long position, long size) implements StoredBytes {
    /// @throws java.nio.file.NoSuchFileException if there is no such file
    static StoredBytes whole(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileBytes(channel, 0, channel.size());
    }

    /// @throws java.nio.file.NoSuchFileException if there is no such file
    static StoredBytes part(Path path, long position, long size) throws IOException {
        return new FileBytes(FileChannel.open(path, StandardOpenOption.READ), position, size);
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        var from = into.position();
        while (into.hasRemaining()) {
            if (channel.read(into, position + at + into.position() - from) < 0) {
                throw new CorruptBodyException("it is cut short");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
