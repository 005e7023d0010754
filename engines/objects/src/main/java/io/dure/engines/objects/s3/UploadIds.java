package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.UUID;

/// Upload ids as clients carry them.
final class UploadIds {
    private UploadIds() {}

    /// @throws S3Exception NoSuchUpload if the text was never one
    static UUID parse(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // an id that this server never gave out names no upload
        }
        throw new S3Exception(S3Error.NO_SUCH_UPLOAD);
    }

    static UUID of(Exchange exchange) {
        return parse(exchange.query().text("uploadId"));
    }
}
