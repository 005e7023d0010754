package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.bodies.earlier.BlockFormat;
import io.dure.engines.objects.bodies.earlier.BlockReader;
import io.dure.engines.objects.bodies.earlier.PageSliceReader;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// One body, opened for reading.
public interface BodyReader extends AutoCloseable {
    /// Passes the range's bytes on in order.
    ///
    /// @throws CorruptBodyException before any byte of the chunk that is damaged
    void read(ByteRange range, ByteSink sink) throws IOException;

    @Override
    void close() throws IOException;

    /// Takes the stored bytes over.
    ///
    /// @param body as its row says
    /// @return empty if it was given back
    static Optional<BodyReader> open(
            StoredBody body, StoredBytes stored, Unseal unseal, ReadBuffers buffers)
            throws IOException {
        try {
            return switch (BodyId.of(body.id())) {
                case PageSliceId slice -> PageSliceReader.open(stored, slice, body.size());
                case SliceId _ -> Optional.of(slice(body, stored, unseal, buffers));
                case FileId _ -> Optional.of(file(body, stored, unseal, buffers));
            };
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    /// What a body says of itself. Takes the stored bytes over.
    ///
    /// @return empty if it is of before bodies described themselves
    static Optional<byte[]> description(StoredBody body, StoredBytes stored, Unseal unseal)
            throws IOException {
        try (stored) {
            return switch (BodyId.of(body.id())) {
                case PageSliceId _ -> Optional.empty();
                case SliceId _ -> {
                    var head = SliceHead.read(stored);
                    require(head.header(), body);
                    yield Optional.of(unseal.description(head.header(), head.description()));
                }
                case FileId _ when isOfBlocks(stored) -> Optional.empty();
                case FileId _ -> {
                    var trailer = FileTrailer.read(stored);
                    require(trailer.header(), body);
                    yield Optional.of(unseal.description(trailer.header(), trailer.description()));
                }
            };
        }
    }

    private static BodyReader slice(
            StoredBody body, StoredBytes stored, Unseal unseal, ReadBuffers buffers)
            throws IOException {
        var head = SliceHead.read(stored);
        require(head.header(), body);
        return new ChunkReader(stored, head.bytes(), head.header(), head.sums(), unseal, buffers);
    }

    private static BodyReader file(
            StoredBody body, StoredBytes stored, Unseal unseal, ReadBuffers buffers)
            throws IOException {
        if (isOfBlocks(stored)) {
            return new BlockReader(stored, body.size(), buffers);
        }
        var trailer = FileTrailer.read(stored);
        require(trailer.header(), body);
        return new ChunkReader(stored, 0, trailer.header(), trailer.sums(), unseal, buffers);
    }

    /// Whether a file is one as they were before files described themselves.
    static boolean isOfBlocks(StoredBytes stored) throws IOException {
        var start = stored.size() - BlockFormat.FOOTER_BYTES;
        var footer = ByteBuffer.allocate(Long.BYTES);
        if (start >= 0) {
            stored.read(start, footer);
        }
        return footer.getLong(0) == BlockFormat.MAGIC;
    }

    private static void require(BodyHeader header, StoredBody body) throws CorruptBodyException {
        if (!header.place().equals(body.id())) {
            throw new CorruptBodyException("it is another's");
        }
        if (header.size() != body.size()) {
            throw new CorruptBodyException("it has another size");
        }
    }
}
