package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.IOException;

/// Puts a document by which a bucket is configured: PutBucketCors, PutBucketTagging …
record PutDocument(DocumentKind kind) implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        if (kind.isDigested() && !exchange.payload().isDigested()) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
        var kept = kind.read(exchange, document(exchange));
        var buckets = exchange.services().buckets();
        if (kept.isPresent()) {
            buckets.put(
                    exchange.namespace(), exchange.bucket(), kind.stored(), kept.get().document());
        } else {
            buckets.remove(exchange.namespace(), exchange.bucket(), kind.stored());
        }
        exchange.answer().empty(kind.statusOfPut());
    }

    private static byte[] document(Exchange exchange) throws IOException {
        var document = exchange.payload().readAll(Limits.LARGEST_DOCUMENT_BYTES);
        if (document.length == 0) {
            throw new S3Exception(S3Error.MISSING_REQUEST_BODY);
        }
        return document;
    }
}
