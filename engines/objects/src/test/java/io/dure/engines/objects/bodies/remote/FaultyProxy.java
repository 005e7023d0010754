package io.dure.engines.objects.bodies.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/// Stands before a service and does to its requests and answers what a test wants, one request a
/// connection. What nobody planned passes unchanged.
final class FaultyProxy implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    /// What happens to a request whose line starts so, and to its answer.
    private record Plan(String start, Fault fault) {}

    /// What may happen.
    interface Fault {
        /// @param request as it came
        /// @param service sends a request there and takes the answer
        /// @return what the client gets before the connection is closed
        byte[] happen(byte[] request, Service service) throws IOException;
    }

    /// What stands behind.
    interface Service {
        byte[] answer(byte[] request) throws IOException;
    }

    private final ServerSocket listening;
    private final URI behind;
    private final Queue<Plan> plans = new ConcurrentLinkedQueue<>();
    private final List<String> lines = new ArrayList<>();

    FaultyProxy(URI behind) {
        this.behind = behind;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// Plans a fault for the next request whose line starts so; several are met in their order.
    void plan(String start, Fault fault) {
        plans.add(new Plan(start, fault));
    }

    void plan(String start, Fault fault, int times) {
        for (var time = 0; time < times; time++) {
            plan(start, fault);
        }
    }

    /// The first lines of all requests so far.
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /// Answers without asking the service.
    static Fault status(String line) {
        var answer = "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return (_, _) -> answer.getBytes(StandardCharsets.US_ASCII);
    }

    /// The service gets half of the request, and dies.
    static Fault dying() {
        return (request, service) -> {
            try {
                var half = new byte[request.length / 2];
                System.arraycopy(request, 0, half, 0, half.length);
                service.answer(half);
            } catch (IOException e) {
                // as it must
            }
            return new byte[0];
        };
    }

    /// The service does what it is asked, and nobody hears.
    static Fault silent() {
        return (request, service) -> {
            service.answer(request);
            return new byte[0];
        };
    }

    /// Nothing happens for so long.
    static Fault slow(long millis) {
        return (request, service) -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return service.answer(request);
        };
    }

    /// The answer stops before its end.
    static Fault cutShort(int missingBytes) {
        return (request, service) -> {
            var answer = service.answer(request);
            return Arrays.copyOf(answer, answer.length - missingBytes);
        };
    }

    /// A byte of the answer, from its end, is another.
    static Fault damaging(int fromEnd) {
        return (request, service) -> {
            var answer = service.answer(request);
            answer[answer.length - fromEnd] ^= 1;
            return answer;
        };
    }

    /// A byte of the request, from its end, is another.
    static Fault damagingRequest(int fromEnd) {
        return (request, service) -> {
            var damaged = request.clone();
            damaged[damaged.length - fromEnd] ^= 1;
            return service.answer(damaged);
        };
    }

    private void accept() {
        try {
            while (true) {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            var request = read(new BufferedInputStream(client.getInputStream()));
            client.getOutputStream().write(planned(request).happen(request, this::forward));
        } catch (IOException e) {
            // The other side has had enough.
        }
    }

    private synchronized Fault planned(byte[] request) {
        var text = new String(request, 0, Math.min(500, request.length), StandardCharsets.UTF_8);
        lines.add(text.substring(0, text.indexOf('\r')));
        var next = plans.peek();
        if (next != null && text.startsWith(next.start())) {
            plans.remove();
            return next.fault();
        }
        return (sent, service) -> service.answer(sent);
    }

    /// The whole of a request.
    private static byte[] read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var head = "";
        while (!head.endsWith("\r\n\r\n")) {
            var octet = in.read();
            if (octet < 0) {
                throw new EOFException();
            }
            bytes.write(octet);
            head = octet == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : head;
        }
        var length = LENGTH.matcher(head);
        if (length.find()) {
            bytes.writeBytes(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return bytes.toByteArray();
    }

    private byte[] forward(byte[] request) throws IOException {
        var text = new String(request, StandardCharsets.ISO_8859_1);
        var closing = text.replaceFirst("\r\n", "\r\nConnection: close\r\n");
        try (var socket = new Socket(behind.getHost(), behind.getPort())) {
            socket.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
