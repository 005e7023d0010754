package io.dure.engines.objects.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A disk as a crash sees it: each file and folder has what programs see, and what was fsynced.
///
/// A power cut leaves what was fsynced; of anything else, whole, in part, or nothing, in any order.
public final class SimulatedDisk extends FileSystem {
    private final DiskProvider provider = new DiskProvider(this);
    final Node.Folder root;
    private final boolean honest;
    private int operationsLeft = Integer.MAX_VALUE;
    private @Nullable Random fate;
    private @Nullable SimulatedDisk remains;

    private SimulatedDisk(Node.Folder root, boolean honest) {
        this.root = root;
        this.honest = honest;
    }

    public static SimulatedDisk empty() {
        return new SimulatedDisk(new Node.Folder(), true);
    }

    /// Says that it did fsync, and did not.
    public static SimulatedDisk lying() {
        return new SimulatedDisk(new Node.Folder(), false);
    }

    /// Cuts the power after so many more operations.
    public synchronized void cutPowerAfter(int operations, Random chance) {
        operationsLeft = operations;
        fate = chance;
    }

    /// The disk when the power is back. Where it was not cut yet, it is now.
    public synchronized SimulatedDisk afterPowerCut(Random chance) {
        if (remains == null) {
            remains = new SimulatedDisk(root.afterPowerCut(chance), true);
        }
        return remains;
    }

    /// Every operation begins with it, holding the disk.
    void operate() throws IOException {
        if (remains == null && operationsLeft-- <= 0 && fate != null) {
            afterPowerCut(fate);
        }
        if (remains != null) {
            throw new IOException("the power is off");
        }
    }

    boolean isHonest() {
        return honest;
    }

    /// @throws NoSuchFileException if there is nothing
    Node find(Path path) throws NoSuchFileException {
        Node at = root;
        for (var name : path) {
            at = at instanceof Node.Folder folder ? folder.entries.get(name.toString()) : null;
            if (at == null) {
                throw new NoSuchFileException(path.toString());
            }
        }
        return at;
    }

    @Override
    public Path getPath(String first, String... more) {
        return new DiskPath(this, Path.of(first, more));
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
