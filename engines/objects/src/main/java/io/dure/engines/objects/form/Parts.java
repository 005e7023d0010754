package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The parts of a body, cut at its boundary as it comes: no more of it is held than fits a buffer.
/// What lies before the first boundary is a part, too. RFC 2046 §5.1.1.
final class Parts {
    /// As much as is read at a time.
    private static final int BUFFER_BYTES = 32 * 1024;

    private final InputStream body;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;

    /// Up to here nothing is a delimiter, nor could become the start of one.
    private int clear;

    private int end;
    private long received;

    /// @param delimiter the only line break of which is its start, so that no two can overlap
    Parts(InputStream body, byte[] delimiter) {
        this.body = body;
        this.delimiter = delimiter;
        // The first delimiter has no line to end.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
        received = -2;
    }

    /// Bytes of the part.
    ///
    /// @return how many; -1 at its end
    /// @throws EOFException if the body ends before the part does
    int read(byte[] into, int offset, int length) throws IOException {
        var count = Math.min(length, ready());
        if (count == 0 && length > 0) {
            return -1;
        }
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    /// The part's next byte.
    ///
    /// @return -1 at its end
    int read() throws IOException {
        return ready() == 0 ? -1 : buffer[at++] & 0xff;
    }

    /// Goes on behind the delimiter that the part ended at.
    ///
    /// @return whether another part follows
    /// @throws S3Exception MalformedPOSTRequest
    boolean next() throws IOException {
        at += delimiter.length;
        while (end - at < 2) {
            fill();
        }
        var first = buffer[at];
        var second = buffer[at + 1];
        at += 2;
        clear = at;
        if (first == '-' && second == '-') {
            return false;
        }
        if (first == '\r' && second == '\n') {
            return true;
        }
        throw FormFault.malformed();
    }

    /// How many bytes of the body were taken.
    long position() {
        return received + at;
    }

    /// How many bytes of the part are there; 0 at its end.
    private int ready() throws IOException {
        while (clear <= at) {
            clear = candidate();
            if (clear == at) {
                if (end - at >= delimiter.length) {
                    return 0;
                }
                fill();
            }
        }
        return clear - at;
    }

    /// Where the first delimiter is, or what could become one with more bytes; else the end.
    private int candidate() {
        for (var index = at; index < end; index++) {
            if (buffer[index] == '\r' && isDelimiter(index)) {
                return index;
            }
        }
        return end;
    }

    private boolean isDelimiter(int index) {
        var known = Math.min(delimiter.length, end - index);
        for (var i = 1; i < known; i++) {
            if (buffer[index + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    /// Moves what is left, less than a delimiter, to the front, and reads more.
    private void fill() throws IOException {
        var left = Math.max(0, end - at);
        System.arraycopy(buffer, Math.min(at, end), buffer, 0, left);
        received += at;
        at = 0;
        clear = 0;
        end = left;
        var count = body.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("the form ends within a part");
        }
        end += count;
    }
}
