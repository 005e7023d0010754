package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.metadata.Unforced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Stored bodies in a bucket of an S3 service, as slices or files of a volume are, an object each.
/// What the service acknowledged is durable as far as it is.
public final class RemoteStore implements BodyStore, AutoCloseable {
    private static final int LONGEST_NOTE = 1024;

    private final BucketClient bucket;
    private final Pieces pieces = new Pieces();

    /// @param bucket is closed with this
    public RemoteStore(BucketClient bucket) {
        this.bucket = bucket;
    }

    @Override
    public Unforced append(Slice slice, Consumer<UUID> taken) throws IOException {
        var place = SliceId.alone(slice.units()).uuid();
        taken.accept(place);
        bucket.put(RemoteKeys.of(place).orElseThrow(), List.of(slice.bytes(place)));
        return Unforced.NOTHING;
    }

    @Override
    public LargeBody create() throws IOException {
        return new RemoteBody(bucket, pieces);
    }

    @Override
    public Optional<StoredBytes> open(UUID place) throws IOException {
        var key = RemoteKeys.of(place);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return (SliceId.isSlice(place)
                        ? RemoteBytes.fromStart(bucket, key.get(), RemoteBytes.START_BYTES)
                        : RemoteBytes.fromEnd(bucket, key.get()))
                .map(bytes -> bytes);
    }

    /// What a body says of itself, without its bytes.
    Optional<RemoteBytes> openHead(UUID place) throws IOException {
        var key = RemoteKeys.of(place);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return SliceId.isSlice(place)
                ? RemoteBytes.fromStart(bucket, key.get(), RemoteBytes.HEAD_BYTES)
                : RemoteBytes.fromEnd(bucket, key.get());
    }

    @Override
    public void remove(UUID place) throws IOException {
        var key = RemoteKeys.of(place);
        if (key.isPresent()) {
            bucket.delete(key.get());
        }
    }

    /// The service is believed: what it deleted does not come back.
    @Override
    public void retract(UUID place) throws IOException {
        remove(place);
    }

    @Override
    public long freeBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public int sweep(Judge judge) throws IOException {
        return new RemoteSweep(this, bucket, judge).run();
    }

    @Override
    public void survey(Surveyor surveyor) throws IOException {
        new RemoteSurvey(this, bucket, surveyor).run();
    }

    @Override
    public List<ScrubPart> parts() {
        return RemotePart.all(this, bucket);
    }

    @Override
    public boolean isEmpty() throws IOException {
        return bucket.list(RemoteKeys.SLICES, "").isEmpty()
                && bucket.list(RemoteKeys.FILES, "").isEmpty();
    }

    @Override
    public Optional<String> note(String name) throws IOException {
        var download = bucket.get(RemoteKeys.NOTES + name, 0, LONGEST_NOTE - 1);
        if (download.isEmpty()) {
            return Optional.empty();
        }
        try (var note = download.get()) {
            var bytes = ByteBuffer.allocate(LONGEST_NOTE);
            note.read(bytes);
            return Optional.of(StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip());
        }
    }

    /// An object has at least one byte, so that a part of it can be asked for.
    @Override
    public void note(String name, String text) throws IOException {
        var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        bucket.put(RemoteKeys.NOTES + name, List.of(ByteBuffer.wrap(bytes)));
    }

    @Override
    public void close() {
        bucket.close();
    }
}
