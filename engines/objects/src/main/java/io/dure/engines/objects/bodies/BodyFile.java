package io.dure.engines.objects.bodies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file of a body that is being written.
final class BodyFile {
    private final FileId id;
    private final Folder folder;
    private final FileChannel channel;

    BodyFile(Path root, Folder folder) throws IOException {
        this.id = FileId.random(folder.number());
        this.folder = folder;
        this.channel =
                FileChannel.open(
                        id.path(root), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    FileId id() {
        return id;
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Makes durable its bytes, then its name.
    void sync() throws IOException {
        channel.force(true);
        folder.sync();
    }

    void close() throws IOException {
        channel.close();
    }
}
