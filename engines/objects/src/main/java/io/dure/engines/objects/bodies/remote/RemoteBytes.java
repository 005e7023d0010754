package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.client.Download;
import io.dure.engines.objects.client.RefusedException;
import io.dure.engines.objects.error.BusyStoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object of the bucket, of which the part that says what it is came along when it was opened:
/// the start of a slice, the end of a file. A small body is then there whole. The rest comes in one
/// go as far as it was said to be read, and goes on where it stopped when a connection breaks.
final class RemoteBytes implements StoredBytes {
    /// A head, and two chunks behind it.
    static final int START_BYTES = 136 * 1024;

    /// A head with a description that is not overlong.
    static final int HEAD_BYTES = 4 * 1024;

    /// The trailer of a body of some 900 MiB.
    private static final int END_BYTES = 64 * 1024;

    /// How often in a row no byte may come.
    private static final int ATTEMPTS = 3;

    private final BucketClient bucket;
    private final String key;
    private final long size;
    private final long keptFrom;
    private final ByteBuffer kept;
    private @Nullable Download coming;
    private long comingAt;
    private long expectedFrom;
    private long expectedTo;

    private RemoteBytes(
            BucketClient bucket, String key, long size, long keptFrom, ByteBuffer kept) {
        this.bucket = bucket;
        this.key = key;
        this.size = size;
        this.keptFrom = keptFrom;
        this.kept = kept;
    }

    /// @param most how many bytes come along
    /// @return empty if there is no such object
    static Optional<RemoteBytes> fromStart(BucketClient bucket, String key, int most)
            throws IOException {
        return keep(bucket, key, () -> bucket.get(key, 0, most - 1));
    }

    /// @return empty if there is no such object
    static Optional<RemoteBytes> fromEnd(BucketClient bucket, String key) throws IOException {
        return keep(bucket, key, () -> bucket.getEnd(key, END_BYTES));
    }

    private interface Opening {
        Optional<Download> open() throws IOException;
    }

    private static Optional<RemoteBytes> keep(BucketClient bucket, String key, Opening opening)
            throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                var download = opening.open();
                return download.isEmpty()
                        ? Optional.empty()
                        : Optional.of(keep(bucket, key, download.get()));
            } catch (BrokenException e) {
                if (attempt == ATTEMPTS) {
                    throw new BusyStoreException("GET " + key + " broke off", e);
                }
            } catch (RefusedException e) {
                if (BucketClient.isBeyondEnd(e)) {
                    throw new CorruptBodyException("it is cut short");
                }
                throw e;
            }
        }
    }

    private static final class BrokenException extends IOException {
        private static final long serialVersionUID = 1;

        BrokenException(IOException cause) {
            super(cause);
        }
    }

    private static RemoteBytes keep(BucketClient bucket, String key, Download download)
            throws IOException {
        try (download) {
            var kept = ByteBuffer.allocate((int) Math.min(download.left(), START_BYTES));
            download.read(kept);
            return new RemoteBytes(bucket, key, download.total(), download.first(), kept.flip());
        } catch (IOException e) {
            throw new BrokenException(e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void expect(long from, long to) {
        expectedFrom = from;
        expectedTo = Math.min(to, size);
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        if (position + into.remaining() > size) {
            throw new CorruptBodyException("it is cut short");
        }
        var at = position;
        for (var failed = 0; into.hasRemaining(); ) {
            var came = isKept(at) ? copyKept(at, into) : fetch(at, into);
            failed = came == 0 ? failed + 1 : 0;
            if (failed == ATTEMPTS) {
                throw new BusyStoreException("GET " + key + " broke off", null);
            }
            at += came;
        }
    }

    private boolean isKept(long at) {
        return at >= keptFrom && at < keptFrom + kept.limit();
    }

    private int copyKept(long at, ByteBuffer into) {
        var from = (int) (at - keptFrom);
        var count = Math.min(into.remaining(), kept.limit() - from);
        into.put(into.position(), kept, from, count);
        into.position(into.position() + count);
        return count;
    }

    /// @return how many bytes came; none if the connection broke
    private int fetch(long at, ByteBuffer into) throws IOException {
        var wanted = into.remaining();
        try {
            var download = comingAt(at, at + wanted);
            download.read(into);
        } catch (RefusedException | BusyStoreException | CorruptBodyException e) {
            throw e;
        } catch (IOException e) {
            // What came before it broke is as good as the rest.
            stop();
        }
        var came = wanted - into.remaining();
        comingAt += came;
        return came;
    }

    private Download comingAt(long at, long end) throws IOException {
        var open = coming;
        if (open != null && comingAt == at && open.left() > 0) {
            return open;
        }
        stop();
        var expected = at >= expectedFrom && at < expectedTo;
        open =
                bucket.get(key, at, (expected ? Math.max(expectedTo, end) : end) - 1)
                        .orElseThrow(() -> new CorruptBodyException("it is missing"));
        coming = open;
        comingAt = at;
        if (open.first() != at || open.total() != size) {
            throw new CorruptBodyException("it has another size");
        }
        return open;
    }

    private void stop() {
        var open = coming;
        coming = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Nobody wants the rest.
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
