package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.BodyStoreContract;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class VolumeStoreTests implements BodyStoreContract {
    @TempDir Path folder;

    @Override
    public BodyStore store() throws IOException {
        return new VolumeStore(folder);
    }

    private Path segment(SliceId slice) {
        return folder.resolve("slices").resolve("%012x".formatted(slice.segment()));
    }

    @Override
    public byte[] stored(UUID place) throws IOException {
        return switch (BodyId.of(place)) {
            case SliceId slice -> read(slice);
            case FileId file -> Files.readAllBytes(file.path(folder));
            case PageSliceId _ -> throw new IllegalStateException();
        };
    }

    private byte[] read(SliceId slice) throws IOException {
        var bytes = ByteBuffer.allocate((int) slice.length());
        try (var channel = FileChannel.open(segment(slice), StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                channel.read(bytes, slice.position() + bytes.position());
            }
        }
        return bytes.array();
    }

    @Override
    public void rot(UUID place, byte[] bytes) throws IOException {
        switch (BodyId.of(place)) {
            case SliceId slice -> write(slice, bytes);
            case FileId file -> Files.write(file.path(folder), bytes);
            case PageSliceId _ -> throw new IllegalStateException();
        }
    }

    private void write(SliceId slice, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(segment(slice), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), slice.position());
        }
    }
}
