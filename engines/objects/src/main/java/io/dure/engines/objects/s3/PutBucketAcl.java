package io.dure.engines.objects.s3;

import io.dure.engines.objects.metadata.BucketDocument;
import java.io.IOException;

/// Puts the ACL of a bucket, as a document or by headers.
final class PutBucketAcl implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var acl = Acls.require(exchange);
        exchange.services()
                .buckets()
                .put(
                        exchange.namespace(),
                        exchange.bucket(),
                        BucketDocument.ACL,
                        acl.write().document());
        exchange.answer().empty(200);
    }
}
