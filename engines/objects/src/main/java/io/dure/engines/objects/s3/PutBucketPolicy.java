package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.policy.BucketPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Puts the policy of a bucket. That its author may lose access by it needs no confirmation, for
/// who configures buckets can always replace it.
final class PutBucketPolicy implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var rules = exchange.rules();
        var text = text(exchange);
        rules.requireTaken(BucketPolicy.parse(text, exchange.bucket(), exchange.namespace()));
        exchange.services()
                .buckets()
                .put(exchange.namespace(), exchange.bucket(), BucketDocument.POLICY, text);
        exchange.answer().empty(204);
    }

    private static String text(Exchange exchange) throws IOException {
        var document = exchange.payload().readAll(Limits.LARGEST_DOCUMENT_BYTES);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        } catch (CharacterCodingException e) {
            throw new S3Exception(S3Error.MALFORMED_POLICY, "This policy contains invalid Json");
        }
    }
}
