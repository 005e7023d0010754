package io.dure.engines.objects.sigv4;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Decodes aws-chunked framing: `SIZE[;chunk-signature=…] CRLF bytes CRLF`, a chunk of size 0, then
/// trailers. Uses one line of memory besides the caller's buffer.
public final class ChunkedBody extends InputStream {
    /// A signature line has about 90 bytes, a trailer with a SHA-256 less than that.
    private static final int LONGEST_LINE = 1024;

    private static final int MOST_TRAILERS = 8;
    private static final String SIGNATURE = "chunk-signature=";
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

    private final InputStream framed;
    private final Optional<ChunkSignatures> signatures;
    private final Map<String, String> trailers = new TreeMap<>();
    private final byte[] one = new byte[1];
    private long left;
    private String signature = "";
    private Where where = Where.BEFORE_CHUNK;

    private enum Where {
        BEFORE_CHUNK,
        IN_CHUNK,
        AFTER_ALL
    }

    /// @param framed buffered, for it is read by single bytes between chunks
    /// @param signatures that check the chunks, if they are signed
    public ChunkedBody(InputStream framed, Optional<ChunkSignatures> signatures) {
        this.framed = framed;
        this.signatures = signatures;
    }

    /// Headers that came behind the body, by lower-case name; complete once the body is read.
    public Map<String, String> trailers() {
        return Map.copyOf(trailers);
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (where == Where.BEFORE_CHUNK) {
            beginChunk();
        }
        if (where == Where.AFTER_ALL) {
            return -1;
        }
        var count = framed.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new S3Exception(S3Error.INCOMPLETE_BODY);
        }
        signatures.ifPresent(check -> check.update(bytes, offset, count));
        left -= count;
        if (left == 0) {
            endChunk();
        }
        return count;
    }

    private void beginChunk() throws IOException {
        var line = line().orElseThrow(() -> new S3Exception(S3Error.INCOMPLETE_BODY));
        var semicolon = line.indexOf(';');
        left = size(semicolon < 0 ? line : line.substring(0, semicolon));
        signature = signature(semicolon < 0 ? "" : line.substring(semicolon + 1).strip());
        if (left > 0) {
            where = Where.IN_CHUNK;
        } else {
            signatures.ifPresent(check -> check.endChunk(signature));
            readTrailers();
            where = Where.AFTER_ALL;
        }
    }

    private static long size(String hex) {
        try {
            return HexFormat.fromHexDigitsToLong(hex.strip());
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private String signature(String extension) {
        if (signatures.isEmpty()) {
            return "";
        }
        if (!extension.startsWith(SIGNATURE)) {
            throw malformed();
        }
        return extension.substring(SIGNATURE.length());
    }

    private void endChunk() throws IOException {
        signatures.ifPresent(check -> check.endChunk(signature));
        if (!line().orElseThrow(() -> new S3Exception(S3Error.INCOMPLETE_BODY)).isEmpty()) {
            throw malformed();
        }
        where = Where.BEFORE_CHUNK;
    }

    private void readTrailers() throws IOException {
        var signed = new StringBuilder();
        for (var line = line(); line.isPresent(); line = line()) {
            if (!line.get().isEmpty()) {
                takeTrailer(line.get(), signed);
            }
        }
        var trailerSignature = Optional.ofNullable(trailers.remove(TRAILER_SIGNATURE));
        if (signatures.isPresent() && !trailers.isEmpty()) {
            signatures.get().endTrailer(signed.toString(), trailerSignature.orElse(""));
        }
    }

    private void takeTrailer(String line, StringBuilder signed) {
        var colon = line.indexOf(':');
        if (colon <= 0 || trailers.size() >= MOST_TRAILERS) {
            throw malformed();
        }
        var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        var value = line.substring(colon + 1).strip();
        trailers.put(name, value);
        if (!name.equals(TRAILER_SIGNATURE)) {
            signed.append(name).append(':').append(value).append('\n');
        }
    }

    /// A line without its end; empty at the end of the stream.
    private Optional<String> line() throws IOException {
        var text = new StringBuilder();
        for (var octet = framed.read(); octet != '\n'; octet = framed.read()) {
            if (octet < 0) {
                return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
            }
            if (text.length() >= LONGEST_LINE) {
                throw malformed();
            }
            if (octet != '\r') {
                text.append((char) octet);
            }
        }
        return Optional.of(text.toString());
    }

    private static S3Exception malformed() {
        return new S3Exception(S3Error.INVALID_REQUEST, "The body is not in aws-chunked encoding.");
    }
}
