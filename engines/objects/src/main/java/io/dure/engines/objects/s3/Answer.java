package io.dure.engines.objects.s3;

import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/// What a client gets back. Writes block.
final class Answer {
    private final Response response;
    private final String requestId;
    private final boolean bodiless;
    private final Map<String, String> lasting = new TreeMap<>();
    private long bytesSent;
    private OptionalLong objectSize = OptionalLong.empty();
    private OptionalLong firstByteNanos = OptionalLong.empty();

    /// @param bodiless whether the request was a HEAD
    Answer(Response response, String requestId, boolean bodiless) {
        this.response = response;
        this.requestId = requestId;
        this.bodiless = bodiless;
        identify();
    }

    private void identify() {
        lasting.forEach(this::header);
        header("x-amz-request-id", requestId).header(HostId.HEADER);
    }

    String requestId() {
        return requestId;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response.getHeaders().get(name));
    }

    /// When the first byte was sent, by [System#nanoTime].
    OptionalLong firstByteNanos() {
        return firstByteNanos;
    }

    /// How many bytes the object has that this is about.
    OptionalLong objectSize() {
        return objectSize;
    }

    void about(StoredObject object) {
        objectSize = OptionalLong.of(object.size());
    }

    boolean isCommitted() {
        return response.isCommitted();
    }

    /// What the client was told, or would be.
    int status() {
        return response.getStatus();
    }

    /// How many bytes of the body have left.
    long bytesSent() {
        return bytesSent;
    }

    /// Takes back what was said, as long as nothing was sent.
    void reset() {
        response.reset();
        identify();
    }

    /// Headers of this answer whatever it becomes, an error too.
    void lasting(Map<String, String> headers) {
        lasting.putAll(headers);
        identify();
    }

    void lasting(String name, String value) {
        lasting(Map.of(name, value));
    }

    Answer header(String name, String value) {
        response.getHeaders().put(name, value);
        return this;
    }

    Answer header(HttpField field) {
        response.getHeaders().put(field);
        return this;
    }

    void empty(int status) throws IOException {
        response.setStatus(status);
        if (status != 204 && status != 304) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        }
        write(ByteBuffer.allocate(0), true);
    }

    void xml(int status, XmlWriter document) throws IOException {
        xml(status, document.document());
    }

    /// @param document that was written before
    void xml(int status, String document) throws IOException {
        document(status, "application/xml", document);
    }

    void json(int status, String document) throws IOException {
        document(status, "application/json", document);
    }

    private void document(int status, String type, String document) throws IOException {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        header("content-type", type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        write(ByteBuffer.wrap(bodiless ? new byte[0] : bytes), true);
    }

    /// Begins an answer of this many bytes.
    void begin(int status, long length) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }

    void write(ByteBuffer bytes) throws IOException {
        write(bytes, false);
    }

    void end() throws IOException {
        write(ByteBuffer.allocate(0), true);
    }

    private void write(ByteBuffer bytes, boolean last) throws IOException {
        if (firstByteNanos.isEmpty()) {
            firstByteNanos = OptionalLong.of(System.nanoTime());
        }
        var offered = bytes.remaining();
        try {
            Content.Sink.write(response, last, bytes);
        } finally {
            bytesSent += offered - bytes.remaining();
        }
    }
}
