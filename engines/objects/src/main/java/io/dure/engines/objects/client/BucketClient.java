package io.dure.engines.objects.client;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlReader;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.http.HttpHeader;

/// Objects of one bucket of an S3 service. Keys are relative to the address's prefix.
///
/// Every payload goes with its SHA-256, which the service holds it against: what was damaged on the
/// way is refused, and sent again.
public final class BucketClient implements AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int NOT_SATISFIABLE = 416;

    private final BucketAddress address;
    private final HttpConnections connections;
    private final Calls calls;

    public BucketClient(BucketAddress address, Limits limits, InstantSource clock) {
        this.address = address;
        this.connections = new HttpConnections(limits);
        this.calls = new Calls(connections.client(), address, limits, clock);
    }

    private String full(String key) {
        return address.prefix() + key;
    }

    /// Stores an object. It is stored once this returns, and perhaps if it throws.
    public void put(String key, List<ByteBuffer> bytes) throws IOException {
        calls.send(Call.of("PUT", full(key)).body(bytes));
    }

    /// A part of an object.
    ///
    /// @param last where its last byte is; the part is shorter where the object ends before
    /// @return empty if there is no such object
    /// @throws RefusedException if the object ends before the first byte; [#isBeyondEnd] tells
    public Optional<Download> get(String key, long first, long last) throws IOException {
        return open(Call.of("GET", full(key)).range(first + "-" + last));
    }

    /// The end of an object.
    ///
    /// @param bytes how many, or all if it has no more
    /// @return empty if there is no such object
    public Optional<Download> getEnd(String key, long bytes) throws IOException {
        return open(Call.of("GET", full(key)).range("-" + bytes));
    }

    private Optional<Download> open(Call call) throws IOException {
        try {
            return Optional.of(calls.open(call));
        } catch (RefusedException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// A bucket that is missing is no object that is.
    private static boolean isMissing(RefusedException refusal) {
        return refusal.status() == NOT_FOUND && !refusal.code().equals("NoSuchBucket");
    }

    public static boolean isBeyondEnd(RefusedException refusal) {
        return refusal.status() == NOT_SATISFIABLE;
    }

    public boolean exists(String key) throws IOException {
        try {
            calls.send(Call.of("HEAD", full(key)));
            return true;
        } catch (RefusedException e) {
            if (isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    /// Deletes an object, if there is one.
    public void delete(String key) throws IOException {
        ignoringMissing(Call.of("DELETE", full(key)));
    }

    private void ignoringMissing(Call call) throws IOException {
        try {
            calls.send(call);
        } catch (RefusedException e) {
            if (!isMissing(e)) {
                throw e;
            }
        }
    }

    /// The next page of objects, in the order of their keys.
    ///
    /// @param prefix of their keys
    /// @param after the last key of the page before; empty for the first
    /// @return empty behind the last
    public List<Listed> list(String prefix, String after) throws IOException {
        var call =
                Call.of("GET", "")
                        .with("list-type", "2")
                        .with("max-keys", "1000")
                        .with("prefix", full(prefix));
        var answer = calls.send(after.isEmpty() ? call : call.with("start-after", full(after)));
        return document(answer, "ListBucketResult").all("Contents").stream()
                .map(this::listed)
                .toList();
    }

    private Listed listed(Element contents) {
        return new Listed(
                relative(contents),
                Long.parseLong(contents.text("Size").orElse("0")),
                time(contents, "LastModified"));
    }

    private String relative(Element element) {
        return element.text("Key").orElse("").substring(address.prefix().length());
    }

    /// What bears no time is taken for just made.
    private static Instant time(Element element, String name) {
        return element.text(name).flatMap(HttpDates::parseXml).orElse(Instant.MAX);
    }

    /// Begins a multipart upload.
    ///
    /// @return its id
    public String begin(String key) throws IOException {
        var answer = calls.send(Call.of("POST", full(key)).with("uploads", ""));
        return document(answer, "InitiateMultipartUploadResult")
                .text("UploadId")
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new IOException("The service named no upload."));
    }

    /// Stores a part.
    ///
    /// @param number from 1
    /// @return its ETag
    public String part(String key, String uploadId, int number, ByteBuffer bytes)
            throws IOException {
        var answer =
                calls.send(
                        Call.of("PUT", full(key))
                                .with("partNumber", Integer.toString(number))
                                .with("uploadId", uploadId)
                                .body(List.of(bytes)));
        return Optional.ofNullable(answer.getHeaders().get(HttpHeader.ETAG))
                .orElseThrow(() -> new IOException("The service named no ETag of a part."));
    }

    /// Makes an object of the parts.
    ///
    /// @param etags of the parts, in their order
    public void complete(String key, String uploadId, List<String> etags) throws IOException {
        var document = XmlWriter.s3("CompleteMultipartUpload");
        for (var number = 1; number <= etags.size(); number++) {
            var part = number;
            document.element(
                    "Part",
                    inside -> inside.text("PartNumber", part).text("ETag", etags.get(part - 1)));
        }
        var call =
                Call.of("POST", full(key))
                        .with("uploadId", uploadId)
                        .body(List.of(ByteBuffer.wrap(document.bytes())));
        try {
            document(calls.send(call), "CompleteMultipartUploadResult");
        } catch (RefusedException e) {
            // An attempt whose answer was lost may have completed it.
            if (e.status() != NOT_FOUND || !exists(key)) {
                throw e;
            }
        }
    }

    /// Forgets a multipart upload, if there is one, and its parts.
    public void abort(String key, String uploadId) throws IOException {
        ignoringMissing(Call.of("DELETE", full(key)).with("uploadId", uploadId));
    }

    /// Up to a thousand multipart uploads that were begun.
    ///
    /// @param prefix of their keys
    public List<Unfinished> unfinished(String prefix) throws IOException {
        var answer =
                calls.send(Call.of("GET", "").with("uploads", "").with("prefix", full(prefix)));
        return document(answer, "ListMultipartUploadsResult").all("Upload").stream()
                .map(upload ->
                        new Unfinished(
                                relative(upload),
                                upload.text("UploadId").orElse(""),
                                time(upload, "Initiated")))
                .toList();
    }

    /// An answer of 200 may still be an error, which S3 found out after it had begun to answer.
    private static Element document(ContentResponse answer, String root) throws IOException {
        try {
            return XmlReader.read(answer.getContent(), root);
        } catch (S3Exception e) {
            throw new IOException("The service did not answer with a " + root + ".", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
