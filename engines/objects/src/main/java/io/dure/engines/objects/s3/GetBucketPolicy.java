package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.BucketDocument;
import java.io.IOException;

/// Reads the policy of a bucket, as it was sent.
final class GetBucketPolicy implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var policy =
                exchange.services()
                        .metadata()
                        .configured(exchange.namespace(), exchange.bucket())
                        .document(BucketDocument.POLICY)
                        .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET_POLICY));
        exchange.answer().json(200, policy);
    }
}
