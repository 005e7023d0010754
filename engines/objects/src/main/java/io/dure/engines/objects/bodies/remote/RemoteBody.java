package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.BodyStore.LargeBody;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.client.BucketClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A large body that is being written: gathered in pieces, which become the parts of a multipart
/// upload; or one object, where one piece is enough.
final class RemoteBody implements LargeBody {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteBody.class);

    private final BucketClient bucket;
    private final Pieces pieces;
    private final UUID place;
    private final String key;
    private final ByteBuffer piece;
    private final List<String> etags = new ArrayList<>();
    private @Nullable String uploadId;
    private boolean finished;

    RemoteBody(BucketClient bucket, Pieces pieces) throws IOException {
        this.bucket = bucket;
        this.pieces = pieces;
        this.place = FileId.random(ThreadLocalRandom.current().nextInt(FileId.FOLDERS)).uuid();
        this.key = RemoteKeys.of(place).orElseThrow();
        this.piece = pieces.take();
    }

    @Override
    public UUID place() {
        return place;
    }

    @Override
    public void write(ByteBuffer[] bytes) throws IOException {
        for (var more : bytes) {
            while (more.hasRemaining()) {
                if (!piece.hasRemaining()) {
                    sendPiece();
                }
                var count = Math.min(piece.remaining(), more.remaining());
                piece.put(piece.position(), more, more.position(), count);
                piece.position(piece.position() + count);
                more.position(more.position() + count);
            }
        }
    }

    private void sendPiece() throws IOException {
        var id = uploadId;
        if (id == null) {
            id = bucket.begin(key);
            uploadId = id;
        }
        etags.add(bucket.part(key, id, etags.size() + 1, piece.flip()));
        piece.clear();
    }

    @Override
    public void sync() throws IOException {
        if (uploadId == null) {
            bucket.put(key, List.of(piece.flip()));
        } else {
            sendPiece();
            bucket.complete(key, uploadId, etags);
        }
        finished = true;
    }

    /// An upload that cannot be aborted now is left to the sweep.
    @Override
    public void close() {
        pieces.give(piece);
        if (uploadId != null && !finished) {
            try {
                bucket.abort(key, uploadId);
            } catch (IOException e) {
                LOG.warn("body.not-aborted key={} reason={}", key, e.getMessage());
            }
        }
    }
}
