package io.dure.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A file system of its own that can be filled up, where the system lets us mount one.
record SmallDisk(Path path) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    static SmallDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
        var image = folder.resolve("disk.img").toString();
        var path = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                runs("truncate", "-s", mebibytes + "M", image)
                        && runs("mkfs.ext4", "-q", "-m", "0", image)
                        && runs("mount", "-o", "loop", image, path.toString()),
                "a file system cannot be mounted here");
        return new SmallDisk(path);
    }

    /// Leaves so much room, and no more.
    void fill(int leftMebibytes) throws IOException, InterruptedException {
        var room = Files.getFileStore(path).getUsableSpace() - ((long) leftMebibytes << 20);
        if (room > 0) {
            // The last blocks may be taken by others just now: what it gets is enough.
            runs("fallocate", "-l", String.valueOf(room), ballast().toString());
        }
    }

    /// Takes what is left, to the last block.
    void fill() throws IOException, InterruptedException {
        runs("dd", "if=/dev/zero", "bs=4k", "of=" + path.resolve("rest"), "status=none");
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
        Files.deleteIfExists(path.resolve("rest"));
    }

    private Path ballast() {
        return path.resolve("ballast");
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            if (!runs("umount", path.toString())) {
                runs("umount", "--lazy", path.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
