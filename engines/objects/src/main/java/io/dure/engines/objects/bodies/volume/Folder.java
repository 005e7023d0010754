package io.dure.engines.objects.bodies.volume;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder that new files go to, whose entries many writers make durable together.
final class Folder {
    private final int number;
    private final SharedSync sync;
    private int room;

    /// @param room how many more files it takes
    Folder(int number, Path path, int room) throws IOException {
        this.number = number;
        this.room = room;
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        this.sync = new SharedSync(() -> channel.force(true));
    }

    int number() {
        return number;
    }

    /// Takes one of the places, unless all are taken or the disk failed to take the folder.
    synchronized boolean take() {
        return !sync.isBroken() && room-- > 0;
    }

    /// Returns once every entry made before the call is on disk.
    void sync() throws IOException {
        sync.sync();
    }
}
