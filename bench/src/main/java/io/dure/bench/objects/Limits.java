package io.dure.bench.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// What no store of large bodies can exceed on this machine, each with as many workers as it has
/// clients.
final class Limits {
    private Limits() {}

    private interface Work {
        void run(int number) throws Exception;
    }

    /// Whoever writes a file and fsyncs it, and then the next.
    ///
    /// @return 10^6 bytes a second
    static double disk(int workers, Path folder, byte[] body, Duration time)
            throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(folder);
        return rate(workers, body, time, worker -> write(folder.resolve("file-" + worker), body));
    }

    private static void write(Path path, byte[] body) throws IOException {
        Files.deleteIfExists(path);
        try (var file =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(body);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /// S3's ETag is the MD5 of the body.
    ///
    /// @return 10^6 bytes a second
    static double md5(int workers, byte[] body, Duration time)
            throws InterruptedException, ExecutionException {
        return rate(workers, body, time, _ -> digest(body));
    }

    private static void digest(byte[] body) throws GeneralSecurityException {
        MessageDigest.getInstance("MD5").digest(body);
    }

    private static double rate(int workers, byte[] body, Duration time, Work work)
            throws InterruptedException, ExecutionException {
        return Load.run(workers, time.dividedBy(4), time, worker -> new Worker(worker, body, work))
                .megabytesPerSecond();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Worker(int number, byte[] body, Work work) implements Load.Client {
        @Override
        public long next() throws Exception {
            work.run(number);
            return body.length;
        }

        @Override
        public void close() {}
    }
}
