package io.dure.engines.objects.s3;

import java.io.IOException;

/// Deletes a document by which a bucket is configured: DeleteBucketCors, DeleteBucketTagging …
record DeleteDocument(DocumentKind kind) implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.services()
                .buckets()
                .remove(exchange.namespace(), exchange.bucket(), kind.stored());
        exchange.answer().empty(204);
    }
}
