package io.dure.bench.objects;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// One kept-alive HTTP/1.1 connection that reads and forgets: as little client as there can be.
final class HttpConnection implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;

    /// @param server on this machine
    HttpConnection(URI server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /// An answer whose body is short enough to be kept.
    record Answer(String head, String body) {
        /// @return the value of a header, without quotes
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip().replace("\"", ""))
                    .findFirst()
                    .orElse("");
        }
    }

    /// Sends a request and keeps its answer.
    ///
    /// @param head its lines, each ended, without the empty one
    /// @throws IOException if the answer is no success, or longer than a few hundred kilobytes
    Answer ask(String head, byte[] body) throws IOException {
        write(head, body);
        var end = receiveHead();
        var start = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        var length = Math.toIntExact(contentLength(start));
        var whole = end + 4 + length;
        while (filled < whole) {
            fill();
        }
        return new Answer(
                requireSuccess(start), new String(buffer, end + 4, length, StandardCharsets.UTF_8));
    }

    /// Sends a request and reads all of its answer.
    ///
    /// @param head its lines, each ended, without the empty one
    /// @return how many bytes the answer's body had
    /// @throws IOException if the answer is no success
    long send(String head, byte[] body) throws IOException {
        write(head, body);
        return receive();
    }

    private void write(String head, byte[] body) throws IOException {
        var length = body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "";
        var start = (head + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        if (body.length <= BUFFER_BYTES) {
            // One segment where there is room for it.
            var whole = new byte[start.length + body.length];
            System.arraycopy(start, 0, whole, 0, start.length);
            System.arraycopy(body, 0, whole, start.length, body.length);
            out.write(whole);
        } else {
            out.write(start);
            out.write(body);
        }
    }

    /// Sends a request whose body repeats a chunk, and reads all of its answer.
    ///
    /// @param head its lines, each ended, without the empty one
    /// @return how many bytes the answer's body had
    /// @throws IOException if the answer is no success
    long send(String head, byte[] chunk, int times) throws IOException {
        var length = "Content-Length: " + (long) chunk.length * times + "\r\n\r\n";
        out.write((head + length).getBytes(StandardCharsets.ISO_8859_1));
        try {
            for (var sent = 0; sent < times; sent++) {
                out.write(chunk);
            }
        } catch (SocketException e) {
            // A server that does not want the rest says why before it closes.
            receive();
            throw e;
        }
        return receive();
    }

    private long receive() throws IOException {
        var end = receiveHead();
        var head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        var length = contentLength(head);
        var left = length - (filled - end - 4);
        while (left > 0) {
            filled = 0;
            left -= fill();
        }
        requireSuccess(head);
        return length;
    }

    /// @return where the head ends
    private int receiveHead() throws IOException {
        filled = 0;
        var end = -1;
        while (end < 0) {
            fill();
            end = endOfHead();
        }
        return end;
    }

    private int fill() throws IOException {
        var count = in.read(buffer, filled, buffer.length - filled);
        if (count <= 0) {
            throw new EOFException("the answer was cut short, or is too long");
        }
        filled += count;
        return count;
    }

    private static String requireSuccess(String head) throws IOException {
        if (head.charAt(9) != '2') {
            throw new IOException(head.lines().findFirst().orElse(""));
        }
        return head;
    }

    private int endOfHead() {
        for (var at = 3; at < filled; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n') {
                return at - 3;
            }
        }
        return -1;
    }

    private static long contentLength(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
