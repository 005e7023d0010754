package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A PostgreSQL data directory and the programs that serve it.
record Cluster(Path home, Path binaries, Unprivileged user) {
    /// Durable, small, and without what the bundled build lacks.
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
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
                    Map.entry("log_min_duration_statement", "1s"));

    /// Watches standard input, which ends when the parent process does, and then asks for a fast
    /// shutdown.
    private static final String WATCHDOG =
            """
            exec 3<&0
            "$@" </dev/null & server=$!
            trap 'kill -INT $server' INT TERM
            (cat >/dev/null; kill -INT $server) <&3 >/dev/null 2>&1 &
            wait $server; code=$?
            wait $server 2>/dev/null
            exit $code
            """;

    static Cluster prepare(Path home) throws IOException {
        Files.createDirectories(home);
        var cluster = new Cluster(home, Binaries.unpack(home), Unprivileged.choose(home));
        if (!Files.exists(cluster.data().resolve("PG_VERSION"))) {
            cluster.initialise();
        }
        return cluster;
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    private Path password() {
        return home.resolve("owner.password");
    }

    private void initialise() throws IOException {
        Files.createDirectories(data());
        Files.createDirectories(home.resolve("socket"));
        if (!Files.exists(password())) {
            Postgres.createPassword(password());
        }
        user.own(data(), home.resolve("socket"), password());
        Postgres.run(
                user.command(
                        List.of(
                                binaries.resolve("bin/initdb").toString(),
                                "-D",
                                data().toString(),
                                "-U",
                                "dure_owner",
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + password(),
                                "-E",
                                "UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C.UTF-8",
                                "--lc-messages=C",
                                "--data-checksums",
                                "--no-instructions")));
    }

    void configure(int port, Map<String, String> overrides) throws IOException {
        var settings = new LinkedHashMap<>(DEFAULTS);
        settings.put("port", String.valueOf(port));
        // Socket paths longer than about 100 bytes do not work, and nobody needs the socket.
        settings.put("unix_socket_directories", "");
        settings.putAll(overrides);
        Files.writeString(
                data().resolve("dure.conf"),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " = '" + entry.getValue() + "'\n")
                        .sorted()
                        .collect(Collectors.joining()));
        user.own(data().resolve("dure.conf"));
        var main = data().resolve("postgresql.conf");
        if (!Files.readString(main).contains("include_if_exists = 'dure.conf'")) {
            Files.writeString(
                    main, "\ninclude_if_exists = 'dure.conf'\n", StandardOpenOption.APPEND);
        }
    }

    Process launch() throws IOException {
        var command =
                List.of(
                        "sh",
                        "-c",
                        WATCHDOG,
                        "sh",
                        binaries.resolve("bin/postgres").toString(),
                        "-D",
                        data().toString());
        return new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /// Ends a server that outlived its parent: its settings may be old, and the folder is ours now.
    void endLeftOver() throws IOException {
        var file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var server = ProcessHandle.of(pid).filter(this::isOurs);
        if (server.isEmpty()) {
            return;
        }
        // SIGTERM would wait for its clients to leave.
        Postgres.run(List.of("kill", "-INT", String.valueOf(pid)));
        for (var tries = 0; server.get().isAlive() && tries < 100; tries++) {
            Postgres.pause(Duration.ofMillis(100));
        }
        server.get().destroyForcibly();
    }

    private boolean isOurs(ProcessHandle server) {
        return server.info().arguments().stream()
                .anyMatch(words -> List.of(words).contains(data().toString()));
    }

    /// Whether the server says it never will start, rather than not yet.
    boolean hasFatalLog() throws IOException {
        var lines = Files.readAllLines(log());
        var end = String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        return end.contains("FATAL")
                && !end.contains("shared memory")
                && !end.contains("starting up");
    }
}
