package io.dure.platform.audit;

import io.dure.platform.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The end of an organisation's chain at some time: as a line `tenant number hash`, which is what
/// is signed.
record Head(TenantId tenant, long number, Hash hash) {
    String line() {
        return tenant + " " + number + " " + hash.hex();
    }

    byte[] signed() {
        return line().getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException if the line is none
    static Head parse(String line) {
        var words = line.split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("not a head: " + line);
        }
        return new Head(
                new TenantId(UUID.fromString(words[0])),
                Long.parseLong(words[1]),
                new Hash(words[2]));
    }
}
