package io.dure.platform.audit;

import io.dure.platform.database.DataFolder;
import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The signed ends of all chains, appended to `audit/heads` in the data folder: what was sealed
/// once cannot be cut from the database unseen. A line is `tenant number hash signature`, the
/// signature over all before it. Some 200 bytes for each time an organisation's trail grew; copy
/// the file elsewhere to be safe from whoever can write this folder, too.
@Component
class Heads {
    private final Path file;
    private final HeadKey key;

    Heads(DataFolder data) throws IOException, GeneralSecurityException {
        var folder = data.folder("audit");
        this.file = folder.resolve("heads");
        this.key = HeadKey.in(folder);
    }

    /// Appends and waits for the disk.
    synchronized void append(Collection<Head> heads) {
        var lines = heads.stream().map(this::signed).collect(Collectors.joining());
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            // What a full disk or a power cut left of a line would spoil the next one.
            channel.position(endOfLines(channel)).truncate(channel.position());
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long endOfLines(FileChannel channel) throws IOException {
        var octet = ByteBuffer.allocate(1);
        for (var end = channel.size(); end > 0; end--) {
            channel.read(octet.clear(), end - 1);
            if (octet.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private String signed(Head head) {
        return head.line()
                + " "
                + Base64.getEncoder().withoutPadding().encodeToString(key.sign(head.signed()))
                + "\n";
    }

    /// What a line of the file is worth.
    sealed interface Line {
        record Genuine(Head head) implements Line {}

        record Forged(String text) implements Line {}
    }

    /// Every line but one that has no end yet.
    List<Line> read() {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            var lines = text.substring(0, text.lastIndexOf('\n') + 1);
            return lines.lines().map(this::check).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How far each organisation's heads reach.
    Map<TenantId, Long> reach() {
        var reach = new HashMap<TenantId, Long>();
        for (var line : read()) {
            if (line instanceof Line.Genuine(var head)) {
                reach.merge(head.tenant(), head.number(), Math::max);
            }
        }
        return reach;
    }

    private Line check(String text) {
        try {
            var end = text.lastIndexOf(' ');
            var head = Head.parse(text.substring(0, Math.max(end, 0)));
            var signature = Base64.getDecoder().decode(text.substring(end + 1));
            return key.verifies(head.signed(), signature)
                    ? new Line.Genuine(head)
                    : new Line.Forged(text);
        } catch (IllegalArgumentException e) {
            return new Line.Forged(text);
        }
    }
}
