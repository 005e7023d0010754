package io.dure.engines.objects.s3;

import java.io.IOException;

/// Deletes an object; that there was none is no error.
final class DeleteObject implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var services = exchange.services();
        var unreferenced =
                services.metadata()
                        .delete(
                                exchange.namespace(),
                                exchange.bucket(),
                                exchange.objectKey(),
                                Preconditions.ofWrite(exchange.headers()));
        services.bodies().delete(unreferenced);
        exchange.answer().empty(204);
    }
}
