package io.dure.cloud.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Takes what webhooks are sent, at an address of this machine, or answers something else.
final class TestingReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile Duration pause = Duration.ZERO;

    TestingReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = status;
        pause();
        asked.add(body);
        if (answer < 300) {
            taken.add(body);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has it take its time for each answer.
    void pauseFor(Duration time) {
        pause = time;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /// What it answers from now on.
    void answer(int status) {
        this.status = status;
    }

    /// All bodies that it was sent, in order.
    List<String> asked() {
        return asked;
    }

    /// Those that it took.
    List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
