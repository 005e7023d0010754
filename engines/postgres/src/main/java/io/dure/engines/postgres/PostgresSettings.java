package io.dure.engines.postgres;

import java.nio.file.Path;
import java.util.Map;

/// How a PostgreSQL runs.
///
/// @param home the folder that holds binaries, data, socket and log; created if need be
/// @param port TCP port on 127.0.0.1; 0 takes a free one
/// @param overrides settings of postgresql.conf on top of the durable defaults, by name
public record PostgresSettings(Path home, int port, Map<String, String> overrides) {
    public PostgresSettings {
        home = home.toAbsolutePath().normalize();
        overrides = Map.copyOf(overrides);
    }

    /// Durable, on a free port.
    public static PostgresSettings in(Path home) {
        return new PostgresSettings(home, 0, Map.of());
    }

    /// Fast and forgetful: for tests and build steps whose data may vanish.
    public static PostgresSettings throwAway(Path home) {
        return new PostgresSettings(
                home,
                0,
                Map.of(
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off",
                        "shared_buffers", "32MB"));
    }
}
