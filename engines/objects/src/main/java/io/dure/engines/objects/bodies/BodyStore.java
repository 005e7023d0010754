package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.StoredBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Where stored bytes are kept; what they mean, it does not know.
public interface BodyStore {
    /// Makes a small body durable.
    ///
    /// @param taken learns the place before anybody else could
    UUID append(Slice slice, Consumer<UUID> taken) throws IOException;

    /// Begins a large body.
    LargeBody create() throws IOException;

    /// @return empty if nothing is there, or it was removed
    Optional<StoredBytes> open(UUID place) throws IOException;

    /// Gives its space back, now or in time.
    void remove(UUID place) throws IOException;

    /// Gives its space back, and returns once no crash brings it back.
    void retract(UUID place) throws IOException;

    /// How many bytes it may yet take.
    long freeBytes() throws IOException;

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
