package io.dure.engines.objects.bodies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps small bodies as slices of large files. Why, and in which order: docs/decisions/0009.
final class Segments {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{12}");
    private static final long NUMBER_MASK = 0xffff_ffff_ffffL;

    private final Path folder;
    private final Leases leases;
    private final Set<Long> own = new HashSet<>();
    private @Nullable Segment current;

    Segments(Path folder, Leases leases) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.leases = leases;
        Folders.force(folder.resolve("..").normalize());
    }

    /// Makes a body durable. It is in use until its lease is released.
    ///
    /// @param body behind [SliceFormat#HEADER_BYTES] of room
    SliceId append(ByteBuffer body) throws IOException {
        var sum = BlockFormat.sum(body);
        while (true) {
            var segment = current();
            var taken = new ArrayList<SliceId>(1);
            try {
                var id =
                        segment.append(
                                body,
                                sum,
                                slice -> {
                                    leases.take(List.of(slice.uuid()));
                                    taken.add(slice);
                                });
                if (id != null) {
                    segment.sync();
                    return id;
                }
            } catch (IOException e) {
                taken.forEach(slice -> leases.release(slice.uuid()));
                throw e;
            }
            retire(segment);
        }
    }

    private synchronized Segment current() throws IOException {
        if (current == null) {
            var number = ThreadLocalRandom.current().nextLong() & NUMBER_MASK;
            var made = Segment.create(number, path(number));
            own.add(number);
            Folders.force(folder);
            current = made;
        }
        return current;
    }

    private synchronized void retire(Segment segment) {
        if (current == segment) {
            current = null;
        }
    }

    /// Opens a slice for reading.
    ///
    /// @param size of the body as its row says
    /// @return empty if it was given back
    Optional<BodyReader> open(SliceId id, long size, ByteBuffer buffer) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path(id.segment()), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return SliceReader.open(channel, id, size, buffer);
    }

    /// Gives a slice's space back to the file system.
    void remove(SliceId id) throws IOException {
        Holes.punch(path(id.segment()), id.position(), id.length());
    }

    /// The segments that may be swept: of those of this process, the ones that are full.
    ///
    /// @param foreign whether those of earlier processes too
    List<Long> settled(boolean foreign) throws IOException {
        var settled = new ArrayList<Long>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                if (NAME.matcher(name).matches()) {
                    var number = HexFormat.fromHexDigitsToLong(name);
                    if (isSettled(number, foreign)) {
                        settled.add(number);
                    }
                }
            }
        }
        return settled;
    }

    private synchronized boolean isSettled(long number, boolean foreign) {
        return own.contains(number) ? current == null || current.number() != number : foreign;
    }

    /// Deletes a segment none of whose slices anybody needs.
    synchronized void delete(long number) throws IOException {
        Files.deleteIfExists(path(number));
        own.remove(number);
    }

    Path path(long number) {
        return folder.resolve(HexFormat.of().toHexDigits(number, 12));
    }
}
