package io.dure.platform.audit;

import io.dure.platform.tenancy.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How an entry is bound to all before it: SHA-256 over the hash before it and the entry's
/// canonical bytes. So that anybody can check a chain with other software, the bytes are, in this
/// order:
///
/// | part | bytes |
/// |---|---|
/// | hash of the seal before; 32 zero bytes for number 1 | 32 |
/// | organisation's id | 16, big-endian as in RFC 9562 |
/// | number | 8, big-endian |
/// | entry's id | 16 |
/// | time, microseconds since 1970-01-01T00:00Z | 8, big-endian |
/// | actor's kind, actor's id (empty if none), address, action, subject | text each |
/// | how many details | 4, big-endian |
/// | each detail's name and value, by name in the order of UTF-16 code units | text each |
///
/// where a text is the length of its UTF-8 form (4 bytes, big-endian) and then that form.
final class Chain {
    private Chain() {}

    static Hash hash(Hash previous, TenantId tenant, long number, Entry entry) {
        try {
            return Hash.of(
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical(previous, tenant, number, entry)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] canonical(Hash previous, TenantId tenant, long number, Entry entry) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.write(previous.bytes());
            id(out, tenant.value());
            out.writeLong(number);
            id(out, entry.id());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
            text(out, entry.actor().kind().name());
            text(out, entry.actor().person().map(Object::toString).orElse(""));
            text(out, entry.actor().address());
            text(out, entry.action());
            text(out, entry.subject());
            out.writeInt(entry.detail().size());
            for (var detail : entry.detail().entrySet()) {
                text(out, detail.getKey());
                text(out, detail.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void id(DataOutputStream out, java.util.UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
