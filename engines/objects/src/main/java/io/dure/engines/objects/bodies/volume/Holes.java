package io.dure.engines.objects.bodies.volume;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Holes in files: ranges that read as zeros and take no space. Java has no call for fallocate(2),
/// which makes them.
@SuppressWarnings("restricted") // calls of the C library, with arguments of the types it declares
final class Holes {
    private static final int O_WRONLY = 1;
    private static final int FALLOC_FL_KEEP_SIZE = 1;
    private static final int FALLOC_FL_PUNCH_HOLE = 2;
    private static final int ENOENT = 2;
    private static final int EOPNOTSUPP = 95;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            function(
                    "open",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FALLOCATE =
            function(
                    "fallocate",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private Holes() {}

    private static MethodHandle function(
            String name, FunctionDescriptor descriptor, Linker.Option... options) {
        var all = new Linker.Option[options.length + 1];
        all[0] = Linker.Option.captureCallState("errno");
        System.arraycopy(options, 0, all, 1, options.length);
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, all);
    }

    /// Gives a range back to the file system. A file that is gone, and a file system that has no
    /// holes, are left as they are.
    ///
    /// @param position in bytes, and so the length
    static void punch(Path file, long position, long length) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var name = arena.allocateFrom(file.toString());
            var descriptor = (int) OPEN.invokeExact(state, name, O_WRONLY);
            if (descriptor < 0) {
                require(ENOENT, file, "open", state);
                return;
            }
            try {
                var mode = FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE;
                if ((int) FALLOCATE.invokeExact(state, descriptor, mode, position, length) < 0) {
                    require(EOPNOTSUPP, file, "fallocate", state);
                }
            } finally {
                var _ = (int) CLOSE.invokeExact(arena.allocate(STATE), descriptor);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library threw", e);
        }
    }

    private static void require(int tolerated, Path file, String call, MemorySegment state)
            throws FileSystemException {
        var errno = (int) ERRNO.get(state, 0L);
        if (errno != tolerated) {
            throw new FileSystemException(file.toString(), null, call + ": errno " + errno);
        }
    }
}
