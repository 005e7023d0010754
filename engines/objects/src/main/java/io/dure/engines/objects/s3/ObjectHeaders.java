package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.StoredObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An object's attributes as headers, in and out.
final class ObjectHeaders {
    private static final String USER = "x-amz-meta-";
    private static final Set<String> KEPT =
            Set.of(
                    "content-type",
                    "cache-control",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "expires");

    private ObjectHeaders() {}

    /// @throws S3Exception MetadataTooLarge; NotImplemented if they ask for what is not there,
    ///   rather than storing without it
    static Attributes read(Headers headers) {
        requireImplemented(headers);
        var kept = new TreeMap<String, String>();
        var user = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                kept.put(name, name.equals("content-encoding") ? withoutFraming(value) : value);
            } else if (name.startsWith(USER)) {
                user.merge(name.substring(USER.length()), value, (one, other) -> one + "," + other);
            }
        });
        kept.values().removeIf(String::isEmpty);
        kept.putIfAbsent("content-type", "binary/octet-stream");
        requireBounded(user);
        return new Attributes(kept, user);
    }

    /// aws-chunked is how the body came, not what it is.
    private static String withoutFraming(String encoding) {
        return Arrays.stream(encoding.split(",", -1))
                .map(String::strip)
                .filter(coding -> !coding.equalsIgnoreCase("aws-chunked"))
                .collect(Collectors.joining(","));
    }

    private static void requireBounded(Map<String, String> user) {
        var size =
                user.entrySet().stream()
                        .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                        .sum();
        if (size > Limits.LARGEST_USER_METADATA_BYTES) {
            throw new S3Exception(S3Error.METADATA_TOO_LARGE);
        }
    }

    private static void requireImplemented(Headers headers) {
        headers.forEach((name, value) -> {
            var implemented =
                    switch (name) {
                        case "x-amz-storage-class" -> value.equals("STANDARD");
                        case "x-amz-website-redirect-location", "x-amz-write-offset-bytes" -> false;
                        case "x-amz-server-side-encryption-aws-kms-key-id",
                                "x-amz-server-side-encryption-context" ->
                                false;
                        default -> true;
                    };
            if (!implemented) {
                throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            }
        });
    }

    static void write(StoredObject object, Answer answer) {
        answer.about(object);
        object.attributes().headers().forEach(answer::header);
        object.attributes().user().forEach((name, value) -> answer.header(USER + name, value));
        answer.header("etag", quoted(object.etag()))
                .header("last-modified", HttpDates.http(object.lastModified()))
                .header("accept-ranges", "bytes");
        Protection.write(object.encryption(), answer);
        MarkHeaders.write(object, answer);
    }

    static void writeChecksum(StoredObject object, Answer answer) {
        object.checksum().ifPresent(checksum -> writeChecksum(checksum, checksum.type(), answer));
    }

    /// @param type of the object's: a part's own checksum is always of its bytes
    static void writeChecksum(Checksum checksum, Checksum.Type type, Answer answer) {
        answer.header(checksum.algorithm().header(), checksum.value())
                .header("x-amz-checksum-type", type.name());
    }

    static String quoted(String etag) {
        return "\"" + etag + "\"";
    }
}
