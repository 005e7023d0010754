package io.dure.engines.objects.http;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bytes of an object.
///
/// @param first offset of the first byte
/// @param length in bytes
public record ByteRange(long first, long length) {
    private static final Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// All of it.
    public static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /// What a Range header selects from an object. RFC 9110 §14.1.2.
    ///
    /// @param size the object's, in bytes
    /// @return empty if the header means nothing here (several ranges, another unit) and is ignored
    /// @throws S3Exception InvalidRange if no byte of the object is selected
    public static Optional<ByteRange> parse(String header, long size) {
        var syntax = SYNTAX.matcher(header.strip());
        if (!syntax.matches() || (syntax.group(1).isEmpty() && syntax.group(2).isEmpty())) {
            return Optional.empty();
        }
        return syntax.group(1).isEmpty()
                ? Optional.of(suffix(Long.parseLong(syntax.group(2)), size))
                : between(Long.parseLong(syntax.group(1)), syntax.group(2), size);
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) {
            throw unsatisfiable("bytes=-" + length, size);
        }
        var kept = Math.min(length, size);
        return new ByteRange(size - kept, kept);
    }

    private static Optional<ByteRange> between(long first, String end, long size) {
        var last = end.isEmpty() ? size - 1 : Math.min(Long.parseLong(end), size - 1);
        if (!end.isEmpty() && Long.parseLong(end) < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw unsatisfiable("bytes=" + first + "-" + end, size);
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }

    private static S3Exception unsatisfiable(String range, long size) {
        return new S3Exception(S3Error.INVALID_RANGE)
                .with("RangeRequested", range)
                .with("ActualObjectSize", Long.toString(size));
    }

    /// The Content-Range of an answer. RFC 9110 §14.4.
    public String contentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
