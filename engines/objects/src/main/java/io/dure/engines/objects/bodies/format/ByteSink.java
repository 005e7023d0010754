package io.dure.engines.objects.bodies.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Takes bytes as they are read. The buffer is reused once the call returns.
@FunctionalInterface
public interface ByteSink {
    void accept(ByteBuffer bytes) throws IOException;
}
