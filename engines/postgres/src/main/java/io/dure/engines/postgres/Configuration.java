package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The settings that are ours, in `dure.conf` beside PostgreSQL's own `postgresql.conf`.
final class Configuration {
    private static final String INCLUDE = "include_if_exists = 'dure.conf'";

    /// Durable, small, and without what the bundled build lacks.
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    // Its path may be longer than the about 100 bytes that work; nobody needs it.
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("max_connections", "100"),
                    Map.entry("shared_buffers", "128MB"),
                    Map.entry("shared_preload_libraries", "pg_stat_statements"),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("wal_compression", "on"),
                    Map.entry("jit", "off"),
                    Map.entry("restart_after_crash", "on"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"),
                    Map.entry("log_min_duration_statement", "1s"),
                    // Statements hold people's words; parameters of slow ones stay out of the log.
                    Map.entry("log_parameter_max_length", "0"));

    private Configuration() {}

    /// @return the file written
    static Path write(Path data, int port, Map<String, String> overrides) throws IOException {
        var settings = new TreeMap<>(DEFAULTS);
        settings.put("port", String.valueOf(port));
        settings.putAll(overrides);
        var file = data.resolve("dure.conf");
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + quoted(entry.getValue()) + "\n")
                        .collect(Collectors.joining()));
        include(data.resolve("postgresql.conf"));
        return file;
    }

    private static void include(Path main) throws IOException {
        if (!Files.readString(main).contains(INCLUDE)) {
            Files.writeString(main, "\n" + INCLUDE + "\n", StandardOpenOption.APPEND);
        }
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
