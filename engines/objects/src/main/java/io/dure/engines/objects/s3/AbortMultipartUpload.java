package io.dure.engines.objects.s3;

import java.io.IOException;

/// Gives an upload up, with its parts.
final class AbortMultipartUpload implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var services = exchange.services();
        var unreferenced =
                services.metadata()
                        .abort(
                                exchange.namespace(),
                                exchange.bucket(),
                                exchange.objectKey(),
                                UploadIds.of(exchange));
        services.bodies().delete(unreferenced);
        exchange.answer().empty(204);
    }
}
