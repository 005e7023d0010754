package io.dure.engines.objects.s3;

import io.dure.engines.objects.metadata.BucketDocument;
import java.io.IOException;

/// Deletes the policy of a bucket; that there was none is no error.
final class DeleteBucketPolicy implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.services()
                .buckets()
                .remove(exchange.namespace(), exchange.bucket(), BucketDocument.POLICY);
        exchange.answer().empty(204);
    }
}
