package io.dure.engines.objects.keys;

import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Wrapped keys in a folder, a file for each namespace.
public final class FolderKeyFiles implements KeyFiles {
    private static final String SUFFIX = ".keys";

    private final Path folder;

    /// @param folder is made if it is not there
    public FolderKeyFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    private Path file(Namespace namespace) {
        return folder.resolve(namespace.id() + SUFFIX);
    }

    @Override
    public Optional<byte[]> read(Namespace namespace) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(namespace)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(Namespace namespace, byte[] keys) throws IOException {
        DurableFiles.replace(file(namespace), keys);
    }

    @Override
    public void destroy(Namespace namespace) throws IOException {
        DurableFiles.destroy(file(namespace));
    }

    @Override
    public List<Namespace> all() throws IOException {
        var all = new ArrayList<Namespace>();
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (var file : files) {
                owner(String.valueOf(file.getFileName())).ifPresent(all::add);
            }
        }
        return all;
    }

    /// @return empty for a file that somebody else put there
    private static Optional<Namespace> owner(String name) {
        try {
            var id = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
            return Optional.of(new Namespace(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
