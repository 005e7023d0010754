package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;

/// Says whether the policy of a bucket is public.
final class GetBucketPolicyStatus implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var policy =
                exchange.rules()
                        .policy()
                        .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET_POLICY));
        exchange.answer()
                .xml(200, XmlWriter.s3("PolicyStatus").text("IsPublic", policy.isPublic()));
    }
}
