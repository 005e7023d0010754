package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.ReadBuffers;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.metadata.Unforced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Where stored bytes are kept; what they mean, it does not know.
public interface BodyStore {
    /// Writes a small body.
    ///
    /// @param taken learns the place before anybody else could
    /// @return what is durable once it is forced
    Unforced append(Slice slice, Consumer<UUID> taken) throws IOException;

    /// Begins a large body.
    LargeBody create() throws IOException;

    /// @return empty if nothing is there, or it was removed
    Optional<StoredBytes> open(UUID place) throws IOException;

    /// Gives its space back, now or in time.
    void remove(UUID place) throws IOException;

    /// Gives its space back, and returns once no crash brings it back.
    void retract(UUID place) throws IOException;

    /// How many bytes it may yet take, as far as anybody can tell; [Long#MAX_VALUE] if nobody can.
    long freeBytes() throws IOException;

    /// Shows every body that may be nobody's, and removes what was begun and never finished.
    ///
    /// @return how many were removed
    int sweep(Judge judge) throws IOException;

    /// Shows what every body that is kept says of itself, without reading bodies.
    void survey(Surveyor surveyor) throws IOException;

    /// All that is kept, in parts that the scrub reads one by one, in the order of their names.
    List<ScrubPart> parts() throws IOException;

    /// Whether no body was ever kept here, as far as one can see at a glance.
    boolean isEmpty() throws IOException;

    /// What was written down beside the bodies.
    ///
    /// @return empty if nothing was under that name
    Optional<String> note(String name) throws IOException;

    /// Writes down, beside the bodies, what is to be known wherever they are served from.
    ///
    /// @param name of lower-case letters
    void note(String name, String text) throws IOException;

    /// Finds out what becomes of the bodies that a sweep comes across.
    interface Judge {
        /// Younger ones may yet be named.
        Instant before();

        /// Whether what earlier processes wrote may be judged.
        boolean coversEarlier();

        boolean isUsed(UUID place);

        /// Whether nothing may be deleted now.
        boolean isHeld();

        /// A body that says what it is.
        void described(BodyHeader header, byte[] description);

        /// One that says nothing of itself.
        void silent(UUID place);

        /// Removes those shown since the last call that nobody needs.
        ///
        /// @return how many
        int settle();
    }

    /// Learns what bodies say of themselves.
    interface Surveyor {
        /// @param where it lies, for people to look
        void described(BodyHeader header, byte[] description, String where) throws IOException;

        /// A body that says nothing, or nothing that can be believed.
        void untold(String where, Survey.Reason reason);
    }

    /// A part of the store.
    interface ScrubPart {
        /// The same each time.
        String name();

        long bytes() throws IOException;

        void check(Findings findings) throws IOException, InterruptedException;
    }

    /// What a scrub comes across.
    interface Findings {
        /// A body whose chunks differ.
        void rotten(BodyHeader header, byte[] description, CorruptBodyException how);

        /// What cannot tell whose it is.
        void unreadable(UUID place, String reason);

        /// Rests for as long as so many bytes are worth.
        void read(long bytes) throws InterruptedException;

        /// What to read with.
        ReadBuffers buffers();
    }

    /// A large body that is being written, by one thread.
    interface LargeBody extends AutoCloseable {
        UUID place();

        void write(ByteBuffer[] pieces) throws IOException;

        /// Makes durable its bytes, then its name.
        void sync() throws IOException;

        @Override
        void close() throws IOException;
    }
}
