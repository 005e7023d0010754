package io.dure.engines.objects.configuration.cors;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.Arrays;

/// The methods that a rule can allow.
public enum CorsMethod {
    GET,
    PUT,
    POST,
    DELETE,
    HEAD;

    /// @throws S3Exception InvalidRequest
    static CorsMethod parse(String word) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new S3Exception(
                                S3Error.INVALID_REQUEST,
                                "Found unsupported HTTP method in CORS config. Unsupported method is "
                                        + word));
    }
}
