package io.dure.engines.objects.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a store of bodies asks of a file system.
final class DiskProvider extends FileSystemProvider {
    private final SimulatedDisk disk;

    DiskProvider(SimulatedDisk disk) {
        this.disk = disk;
    }

    private Node.Folder above(Path path) throws IOException {
        var parent = Objects.requireNonNull(path.getParent());
        if (disk.find(parent) instanceof Node.Folder folder) {
            return folder;
        }
        throw new NotDirectoryException(parent.toString());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void make(Path path, Node node) throws IOException {
        if (above(path).entries.putIfAbsent(name(path), node) != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        synchronized (disk) {
            disk.operate();
            if (options.contains(StandardOpenOption.CREATE_NEW)) {
                make(path, new Node.Contents());
            } else if (options.contains(StandardOpenOption.CREATE)) {
                above(path).entries.putIfAbsent(name(path), new Node.Contents());
            }
            var node = disk.find(path);
            if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)
                    && node instanceof Node.Contents contents) {
                contents.truncate(0);
            }
            return new DiskChannel(disk, node);
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        synchronized (disk) {
            disk.operate();
            make(path, new Node.Folder());
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        synchronized (disk) {
            disk.operate();
            if (above(path).entries.remove(name(path)) == null) {
                throw new NoSuchFileException(path.toString());
            }
        }
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        synchronized (disk) {
            disk.operate();
            disk.find(path);
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, LinkOption... options) throws IOException {
        synchronized (disk) {
            disk.operate();
            return type.cast(new Attributes(disk.find(path)));
        }
    }

    private record Attributes(Node node) implements BasicFileAttributes {
        private static final FileTime EPOCH = FileTime.fromMillis(0);

        @Override
        public boolean isDirectory() {
            return node instanceof Node.Folder;
        }

        @Override
        public boolean isRegularFile() {
            return !isDirectory();
        }

        @Override
        public long size() {
            return node instanceof Node.Contents contents ? contents.size() : 0;
        }

        @Override
        public FileTime lastModifiedTime() {
            return EPOCH;
        }

        @Override
        public FileTime lastAccessTime() {
            return EPOCH;
        }

        @Override
        public FileTime creationTime() {
            return EPOCH;
        }

        @Override
        public boolean isSymbolicLink() {
            return false;
        }

        @Override
        public boolean isOther() {
            return false;
        }

        @Override
        public Object fileKey() {
            return node;
        }
    }

    @Override
    public String getScheme() {
        return "simulated";
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.equals(other);
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
        var accepted = new ArrayList<Path>();
        for (var entry : entries(folder)) {
            if (filter.accept(entry)) {
                accepted.add(entry);
            }
        }
        return new Entries(accepted);
    }

    private List<Path> entries(Path folder) throws IOException {
        synchronized (disk) {
            disk.operate();
            if (disk.find(folder) instanceof Node.Folder found) {
                return found.entries.keySet().stream().map(folder::resolve).toList();
            }
            throw new NotDirectoryException(folder.toString());
        }
    }

    private record Entries(List<Path> paths) implements DirectoryStream<Path> {
        @Override
        public Iterator<Path> iterator() {
            return paths.iterator();
        }

        @Override
        public void close() {}
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (disk) {
            disk.operate();
            var node = disk.find(source);
            above(source).entries.remove(name(source));
            above(target).entries.put(name(target), node);
        }
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
