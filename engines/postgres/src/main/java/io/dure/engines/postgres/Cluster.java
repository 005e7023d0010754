package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/// A PostgreSQL data directory and the programs that serve it.
record Cluster(Path home, Path binaries, RunAs user) {
    /// Watches standard input, which ends when the parent process does, in whatever way, and then
    /// asks for a fast shutdown. Of its own session, so that Ctrl-C in a terminal reaches the
    /// parent only.
    private static final List<String> WATCHDOG =
            List.of(
                    "setsid",
                    "sh",
                    "-c",
                    """
                    exec 3<&0
                    "$@" </dev/null & server=$!
                    trap 'kill -INT $server' INT TERM
                    (read -r nothing; kill -INT $server) <&3 >/dev/null 2>&1 & watcher=$!
                    wait $server; code=$?
                    wait $server 2>/dev/null
                    kill $watcher 2>/dev/null
                    exit $code
                    """,
                    "postgres-watchdog");

    static Cluster prepare(Path home) throws IOException {
        Files.createDirectories(home);
        var cluster = new Cluster(home, Binaries.unpack(home), RunAs.choose(home.resolve("data")));
        if (!Files.exists(cluster.data())) {
            cluster.initialise();
        }
        cluster.requireVersion();
        cluster.user.takeOver(cluster.data());
        return cluster;
    }

    Path data() {
        return home.resolve("data");
    }

    /// Under another name first: killed in the middle, the next start begins anew.
    private void initialise() throws IOException {
        OwnerPassword.createIfMissing(home);
        var draft = home.resolve("data.new");
        delete(draft);
        Files.createDirectory(draft);
        user.own(draft, OwnerPassword.file(home));
        Commands.run(user.command(initdb(draft)));
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
        Durable.force(home);
    }

    private List<String> initdb(Path folder) {
        return List.of(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                folder.toString(),
                "-U",
                Postgres.USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + OwnerPassword.file(home),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8",
                "--lc-messages=C",
                "--data-checksums",
                "--no-instructions");
    }

    private void requireVersion() throws IOException {
        var version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!Binaries.VERSION.startsWith(version + ".")) {
            throw new PostgresException(
                    data()
                            + " was written by PostgreSQL "
                            + version
                            + "; this one is "
                            + Binaries.VERSION
                            + ".");
        }
    }

    void configure(PostgresSettings settings, int port) throws IOException {
        user.own(Configuration.write(data(), port, settings.overrides()));
    }

    Process launch(ServerLog log) throws IOException {
        var command = new java.util.ArrayList<>(user.command(WATCHDOG));
        command.addAll(
                List.of(binaries.resolve("bin/postgres").toString(), "-D", data().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .start();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
