package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.BodyStore.LargeBody;
import io.dure.engines.objects.bodies.format.ChunkBuffer;
import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.format.Seal;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.DescriptionJson;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.error.UnaskedException;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.NotDurableException;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.Unforced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes one body: a slice up to [Slice#LARGEST_BYTES], a file above. Unless it was
/// [named][#commit] by the end, closing it removes what was written.
public final class BodyWriter implements AutoCloseable {
    private static final int CHUNKS_OF_SLICE = Slice.LARGEST_BYTES / Chunks.BYTES;

    /// Chunks of a file are written so many at a time.
    private static final int AT_A_TIME = 4;

    private final Bodies bodies;
    private final Seal seal;
    private final Encryption encryption;
    private final List<ChunkBuffer> chunks = new ArrayList<>();
    private @Nullable ChunkBuffer filling;
    private @Nullable LargeBody file;
    private @Nullable UUID place;
    private int[] sums = new int[1];
    private int ended;
    private long size;
    private Fate fate = Fate.ABANDONED;

    /// What becomes of the body.
    private enum Fate {
        ABANDONED,
        NAMED,
        /// Nobody heard whether the metadata took it.
        UNKNOWN
    }

    /// @param encryption how it is encrypted
    BodyWriter(Bodies bodies, Seal seal, Encryption encryption) {
        this.bodies = bodies;
        this.seal = seal;
        this.encryption = encryption;
    }

    /// How its bytes are encrypted, whoever asked for that.
    public Encryption encryption() {
        return encryption;
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        var at = offset;
        for (var left = length; left > 0; ) {
            var chunk = filling;
            if (chunk != null && chunk.length() == Chunks.BYTES) {
                endChunk(chunk, false);
                chunk = null;
            }
            if (chunk == null) {
                chunk = bodies.chunks().take();
                filling = chunk;
            }
            var count = Math.min(left, Chunks.BYTES - chunk.length());
            chunk.add(bytes, at, count);
            at += count;
            left -= count;
            size += count;
        }
    }

    private void endChunk(ChunkBuffer filled, boolean last) throws IOException {
        filling = null;
        if (ended == sums.length) {
            sums = Arrays.copyOf(sums, ended * 2);
        }
        var stored = seal.chunk(ended, last, filled, bodies.chunks());
        sums[ended++] = Chunks.sum(stored.bytes(), stored.length());
        chunks.add(stored);
        if (file == null && ended == CHUNKS_OF_SLICE && !last) {
            file = bodies.createFile();
            place = file.place();
        }
        if (file != null && (last || chunks.size() >= AT_A_TIME)) {
            writeChunks(file);
        }
    }

    private void writeChunks(LargeBody into) throws IOException {
        into.write(chunks.stream().map(ChunkBuffer::view).toArray(ByteBuffer[]::new));
        giveChunks();
    }

    private void giveChunks() {
        chunks.forEach(bodies.chunks()::give);
        chunks.clear();
    }

    /// Writes the body, all of it, and makes it durable.
    ///
    /// @param description what it says of itself
    /// @throws IOException if the disk did not take it; it is then no body
    public StoredBody finish(Description description) throws IOException {
        end(description).force();
        return body();
    }

    /// Writes the body, all of it, as [#body] from then on.
    ///
    /// @param description what it says of itself
    /// @return what is to be durable before anything names it
    /// @throws IOException if the disk did not take it; it is then no body
    public Unforced end(Description description) throws IOException {
        if (filling != null) {
            endChunk(filling, true);
        }
        var sealed = seal.description(DescriptionJson.write(description));
        var header = seal.header(bodies.nextSequence(), size, sealed.length);
        var table = Arrays.copyOf(sums, ended);
        if (file == null) {
            var appended = bodies.append(new Slice(header, sealed, table, chunks));
            place = appended.place();
            return appended.bytes();
        }
        file.write(new ByteBuffer[] {FileTrailer.write(header.at(file.place()), sealed, table)});
        file.sync();
        return Unforced.NOTHING;
    }

    /// The body, once its end is written.
    public StoredBody body() {
        return new StoredBody(Objects.requireNonNull(place), size);
    }

    /// Bytes written so far.
    public long size() {
        return size;
    }

    /// Has the metadata name the body. Where they refuse it, or could not be asked, the body goes.
    /// Any other failure leaves open whether they took it, so the body stays; if nothing names it,
    /// a later process's sweep removes it.
    public <T> T commit(Supplier<T> naming) {
        return commit(List.of(this), naming);
    }

    /// Has the metadata name several bodies together.
    static <T> T commit(List<BodyWriter> together, Supplier<T> naming) {
        together.forEach(writer -> writer.fate = Fate.UNKNOWN);
        try {
            var named = naming.get();
            together.forEach(writer -> writer.fate = Fate.NAMED);
            return named;
        } catch (S3Exception | UnaskedException | NotDurableException refused) {
            together.forEach(BodyWriter::abandon);
            throw refused;
        }
    }

    /// The metadata did not take the body.
    void abandon() {
        fate = Fate.ABANDONED;
    }

    @Override
    public void close() throws IOException {
        if (filling != null) {
            bodies.chunks().give(filling);
        }
        giveChunks();
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            settle();
        }
    }

    private void settle() {
        if (place == null) {
            return;
        }
        switch (fate) {
            case NAMED -> bodies.release(place);
            // In use for as long as this process lasts, so that its sweep lets it be.
            case UNKNOWN -> {}
            case ABANDONED -> {
                bodies.retract(place);
                bodies.release(place);
            }
        }
    }
}
