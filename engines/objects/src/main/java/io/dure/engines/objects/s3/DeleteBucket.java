package io.dure.engines.objects.s3;

import java.io.IOException;

/// Deletes an empty bucket, with the uploads that nobody finished.
final class DeleteBucket implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var services = exchange.services();
        services.bodies()
                .delete(services.buckets().delete(exchange.namespace(), exchange.bucket()));
        exchange.answer().empty(204);
    }
}
