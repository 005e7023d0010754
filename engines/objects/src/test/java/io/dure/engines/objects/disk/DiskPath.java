package io.dure.engines.objects.disk;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/// A path on the simulated disk, spelled as on the real one.
record DiskPath(SimulatedDisk disk, Path text) implements Path {
    private Path of(Path other) {
        return new DiskPath(disk, other);
    }

    private @Nullable Path ofNullable(@Nullable Path other) {
        return other == null ? null : of(other);
    }

    private static Path text(Path other) {
        return ((DiskPath) other).text;
    }

    @Override
    public FileSystem getFileSystem() {
        return disk;
    }

    @Override
    public boolean isAbsolute() {
        return text.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return ofNullable(text.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return ofNullable(text.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return ofNullable(text.getParent());
    }

    @Override
    public int getNameCount() {
        return text.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return of(text.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return of(text.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return text.startsWith(text(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return text.endsWith(text(other));
    }

    @Override
    public Path normalize() {
        return of(text.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return of(text.resolve(text(other)));
    }

    @Override
    public Path relativize(Path other) {
        return of(text.relativize(text(other)));
    }

    @Override
    public URI toUri() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path toAbsolutePath() {
        return of(text.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return of(text.toAbsolutePath().normalize());
    }

    @Override
    public WatchKey register(
            WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return text.compareTo(text(other));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
