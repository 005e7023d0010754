package io.dure.engines.objects.s3;

import java.io.IOException;

/// One operation of S3's API.
@FunctionalInterface
interface Operation {
    /// Answers the request, or throws why not; nothing has been sent then.
    void handle(Exchange exchange) throws IOException;
}
