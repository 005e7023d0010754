package io.dure.engines.objects.metadata;

import java.io.IOException;

/// Bytes that were written, and that a crash may yet take.
@FunctionalInterface
public interface Unforced {
    /// Of what is durable already.
    Unforced NOTHING = () -> {};

    /// Returns once they are durable, at once if they are; any number of times.
    ///
    /// @throws IOException if the disk did not take them
    void force() throws IOException;

    /// The same, for metadata that are about to name them.
    ///
    /// @throws NotDurableException if the disk did not take them
    default void require() {
        try {
            force();
        } catch (IOException e) {
            throw new NotDurableException(e);
        }
    }
}
