package io.dure.engines.objects.usage;

import io.dure.engines.objects.metadata.Namespace;
import java.util.Optional;

/// One answered request of a namespace.
///
/// @param bucket that it was about, as the client wrote it: there need be none of that name unless
///   the request was done
/// @param accessKey the id of the key that signed it; empty for an unsigned one
/// @param status that the client was told, were the answer cut off after it
/// @param error the refusal's code as S3 words it, `QuotaExceeded`; empty if it was done
/// @param bytesIn of its body, as far as it was read: framing of chunks included, headers not
/// @param bytesOut of the answer's body, as far as it was sent
public record Usage(
        Namespace namespace,
        Optional<String> bucket,
        Optional<String> accessKey,
        RequestClass requestClass,
        int status,
        Optional<String> error,
        long bytesIn,
        long bytesOut) {

    public Usage {
        if (bytesIn < 0 || bytesOut < 0) {
            throw new IllegalArgumentException("bytes are never negative");
        }
    }

    /// Whether it was done, so that its bucket is one.
    public boolean isDone() {
        return error.isEmpty() && status < 400;
    }
}
