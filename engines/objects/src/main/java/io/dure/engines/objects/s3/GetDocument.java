package io.dure.engines.objects.s3;

import java.io.IOException;

/// Reads a document by which a bucket is configured: GetBucketCors, GetBucketTagging …
record GetDocument(DocumentKind kind) implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var document =
                exchange.services()
                        .metadata()
                        .configured(exchange.namespace(), exchange.bucket())
                        .document(kind.stored());
        exchange.answer().xml(200, document.map(kind::kept).orElseGet(() -> kind.absent(exchange)));
    }
}
