package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ctrl-C and SIGTERM, whatever `./dure up` is doing: nothing is left running, and the exit code is
/// that of a process ended by the signal.
class StopTests {
    private static final int SIGINT = 128 + 2;
    private static final int SIGTERM = 128 + 15;

    private static final String ENDLESS_BUILD =
            """
            sleep 300 &
            touch building
            wait
            """;
    private static final String STUBBORN_BUILD = "trap '' INT TERM\n" + ENDLESS_BUILD;

    @TempDir Path folder;

    @Test
    void ctrlCEndsABuild() throws Exception {
        var clone = TestingClone.in(folder, ENDLESS_BUILD);
        try (var dure = clone.up()) {
            clone.await("building");
            var children = dure.leader().descendants().toList();

            dure.interrupt();

            assertThat(dure.awaitEnd()).as(clone.terminal()).isEqualTo(SIGINT);
            assertThat(children).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void sigtermEndsABuild() throws Exception {
        var clone = TestingClone.in(folder, ENDLESS_BUILD);
        try (var dure = clone.up()) {
            clone.await("building");
            var children = dure.leader().descendants().toList();

            dure.terminate();

            assertThat(dure.awaitEnd()).as(clone.terminal()).isEqualTo(SIGTERM);
            assertThat(children).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void aSecondCtrlCKillsABuildThatDoesNotListen() throws Exception {
        var clone = TestingClone.in(folder, STUBBORN_BUILD);
        try (var dure = clone.up()) {
            clone.await("building");
            var children = dure.leader().descendants().toList();

            dure.interrupt();
            Thread.sleep(500);
            assertThat(children).anyMatch(ProcessHandle::isAlive);
            dure.interrupt();

            assertThat(dure.awaitEnd()).as(clone.terminal()).isEqualTo(SIGINT);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void sigtermEndsTheWaitForSomebodyElsesBuild() throws Exception {
        var clone = TestingClone.in(folder, ENDLESS_BUILD);
        try (var first = clone.up();
                var second = clone.up()) {
            clone.await("building");
            Thread.sleep(300);

            second.terminate();
            first.terminate();

            assertThat(second.awaitEnd()).isEqualTo(SIGTERM);
            assertThat(first.awaitEnd()).isEqualTo(SIGTERM);
        }
    }

    /// While initdb runs, while PostgreSQL starts, and in the middle of Spring's start.
    @ParameterizedTest
    @ValueSource(strings = {"postgres/data.new", "postgres/data/postmaster.pid", "objects"})
    void aStartIsEndedWithItsPostgres(String moment) throws Exception {
        var data = folder.resolve("data");
        try (var dure = TestingDure.launch(Launcher.DURE, data)) {
            await(data.resolve(moment));

            var code = dure.stop();

            assertThat(code).as(dure.output()).isEqualTo(SIGTERM);
            assertThat(dure.output()).doesNotContain("dure: ").doesNotContain("Exception");
            assertThat(Group.processesOf(data)).isEmpty();
            assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
        try (var dure = TestingDure.up(data)) {
            assertThat(dure.status("/readyz")).isEqualTo(200);
        }
    }

    @Test
    void aServerEndsWithItsPostgres() throws Exception {
        var data = folder.resolve("data");
        try (var dure = TestingDure.up(data)) {
            var server = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
            ProcessHandle.of(Long.parseLong(server.getFirst()))
                    .ifPresent(ProcessHandle::destroyForcibly);

            assertThat(dure.awaitEnd()).isEqualTo(1);
            assertThat(dure.output()).contains("dure: PostgreSQL has ended; its log is " + data);
            assertThat(Group.processesOf(data)).isEmpty();
        }
        try (var dure = TestingDure.up(data)) {
            assertThat(dure.status("/readyz")).isEqualTo(200);
        }
    }

    @Test
    void ctrlCEndsAServerWithOpenConnections() throws Exception {
        var data = folder.resolve("data");
        try (var dure = TestingDure.interruptible(data)) {
            var children = dure.process().descendants().toList();
            try (var idle = new Socket(InetAddress.getLoopbackAddress(), dure.port());
                    var half = new Socket(InetAddress.getLoopbackAddress(), dure.port())) {
                ask(idle.getOutputStream(), "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n");
                ask(half.getOutputStream(), "GET /readyz HTTP/1.1\r\nHo");
                assertThat(idle.getInputStream().read()).isPositive();
                var since = System.nanoTime();

                dure.group().interrupt();
                dure.group().interrupt();

                assertThat(dure.group().awaitEnd()).as(dure.output()).isEqualTo(SIGINT);
                assertThat(Duration.ofNanos(System.nanoTime() - since))
                        .isLessThan(Duration.ofSeconds(20));
            }
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
    }

    private static void ask(OutputStream output, String request) throws IOException {
        output.write(request.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    private static void await(Path file) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no " + file);
            }
            Thread.sleep(2);
        }
    }
}
