package io.dure.engines.objects.bodies;

import io.dure.engines.objects.http.ByteRange;
import java.io.IOException;

/// One body, opened for reading.
interface BodyReader extends AutoCloseable {
    /// Passes the range's bytes on in order.
    ///
    /// @throws CorruptBodyException before any byte of the block that is damaged
    void read(ByteRange range, ByteSink sink) throws IOException;

    @Override
    void close() throws IOException;
}
