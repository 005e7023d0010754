package io.dure.engines.objects.s3;

import io.dure.engines.objects.metadata.Deletion;
import java.io.IOException;
import java.util.List;

/// Deletes an object, or a version of it; that there was none is no error.
final class DeleteObject implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var services = exchange.services();
        var deletion =
                new Deletion(
                        exchange.objectKey(),
                        Versions.named(exchange),
                        Preconditions.ofWrite(exchange.headers()));
        var bypasses = ObjectMarks.bypassesGovernance(exchange);
        var deletions = List.of(deletion);
        var deleted =
                Telling.deleting(
                                exchange,
                                deletions,
                                metadata ->
                                        metadata.delete(
                                                exchange.namespace(),
                                                exchange.bucket(),
                                                deletions,
                                                bypasses,
                                                services.clock().instant()))
                        .getFirst()
                        .require();
        services.bodies().delete(deleted.unreferenced());
        deleted.version()
                .ifPresent(version ->
                        exchange.answer().header("x-amz-version-id", version.toString()));
        if (deleted.isMarker()) {
            exchange.answer().header("x-amz-delete-marker", "true");
        }
        exchange.answer().empty(204);
    }
}
