package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.RequestPayment;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;

/// The small questions about a bucket that stock clients ask at start, answered as S3 does for a
/// bucket that nobody configured.
final class BucketAnswers {
    /// The region that S3 writes as an empty element.
    private static final String CLASSIC = "us-east-1";

    private BucketAnswers() {}

    /// HeadBucket.
    static void head(Exchange exchange) throws IOException {
        requireBucket(exchange);
        exchange.answer().header("x-amz-bucket-region", exchange.services().region()).empty(200);
    }

    /// GetBucketLocation.
    static void location(Exchange exchange) throws IOException {
        requireBucket(exchange);
        var region = exchange.services().region();
        exchange.answer()
                .xml(
                        200,
                        XmlWriter.s3("LocationConstraint")
                                .raw(region.equals(CLASSIC) ? "" : region));
    }

    /// GetBucketAccelerateConfiguration.
    static void accelerate(Exchange exchange) throws IOException {
        requireBucket(exchange);
        exchange.answer().xml(200, XmlWriter.s3("AccelerateConfiguration"));
    }

    /// GetBucketRequestPayment.
    static void requestPayment(Exchange exchange) throws IOException {
        requireBucket(exchange);
        exchange.answer().xml(200, RequestPayment.BUCKET_OWNER.write());
    }

    /// PutBucketRequestPayment: only what is so already can be put.
    static void putRequestPayment(Exchange exchange) throws IOException {
        requireBucket(exchange);
        RequestPayment.parse(exchange.payload().readAll(Limits.LARGEST_DOCUMENT_BYTES));
        exchange.answer().empty(200);
    }

    private static void requireBucket(Exchange exchange) {
        exchange.services().metadata().bucket(exchange.namespace(), exchange.bucket());
    }
}
