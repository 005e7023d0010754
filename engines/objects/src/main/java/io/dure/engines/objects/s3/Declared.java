package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.sigv4.PayloadKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalLong;

/// What a client says about its request's body before it sends it.
///
/// @param length in bytes once decoded
/// @param checksum the value; empty if it comes as a trailer
record Declared(
        OptionalLong length,
        Optional<byte[]> md5,
        Optional<String> sha256,
        Optional<ChecksumAlgorithm> algorithm,
        Optional<String> checksum) {
    private static final int MD5_BYTES = 16;

    /// @throws S3Exception InvalidDigest, InvalidRequest, InvalidArgument
    static Declared parse(Headers headers, PayloadKind kind) {
        var values = new HashMap<ChecksumAlgorithm, String>();
        for (var algorithm : ChecksumAlgorithm.values()) {
            headers.find(algorithm.header()).ifPresent(value -> values.put(algorithm, value));
        }
        var trailing = trailing(headers);
        if (values.size() + trailing.size() > 1) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST, "Expecting a single x-amz-checksum- header");
        }
        var algorithm =
                values.keySet().stream().findFirst().or(() -> trailing.stream().findFirst());
        var value = Optional.ofNullable(algorithm.isEmpty() ? null : values.get(algorithm.get()));
        if (value.isPresent() && !Checksum.isValid(algorithm.orElseThrow(), value.get())) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "Value for " + algorithm.get().header() + " header is invalid.");
        }
        return new Declared(
                length(headers, kind),
                headers.find("content-md5").map(Declared::md5Bytes),
                sha256(kind),
                algorithm,
                value);
    }

    private static ArrayList<ChecksumAlgorithm> trailing(Headers headers) {
        var algorithms = new ArrayList<ChecksumAlgorithm>();
        if (headers.joined("x-amz-trailer").isEmpty()) {
            return algorithms;
        }
        Arrays.stream(headers.joined("x-amz-trailer").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name ->
                        algorithms.add(
                                ChecksumAlgorithm.ofHeader(name)
                                        .orElseThrow(() ->
                                                new S3Exception(
                                                        S3Error.INVALID_REQUEST,
                                                        "The value specified in the x-amz-trailer header is not supported"))));
        return algorithms;
    }

    private static OptionalLong length(Headers headers, PayloadKind kind) {
        return switch (kind) {
            case PayloadKind.Chunked _ -> number(headers, "x-amz-decoded-content-length");
            case PayloadKind.Whole _, PayloadKind.Unsigned _ -> number(headers, "content-length");
        };
    }

    /// @throws S3Exception InvalidArgument
    static OptionalLong number(Headers headers, String name) {
        var header = headers.find(name);
        if (header.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!header.get().matches("\\d{1,18}")) {
            throw S3Exception.argument(name, header.get(), "A length must be a whole number.");
        }
        return OptionalLong.of(Long.parseLong(header.get()));
    }

    private static byte[] md5Bytes(String header) {
        try {
            var bytes = Base64.getDecoder().decode(header);
            if (bytes.length == MD5_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // answered as a digest of the wrong length
        }
        throw new S3Exception(S3Error.INVALID_DIGEST);
    }

    private static Optional<String> sha256(PayloadKind kind) {
        return switch (kind) {
            case PayloadKind.Whole(var hash) -> Optional.of(hash);
            case PayloadKind.Unsigned(), PayloadKind.Chunked _ -> Optional.empty();
        };
    }
}
