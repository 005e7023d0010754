package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.notes.Storing;
import java.io.IOException;

/// Stores an object: its body durably, then its metadata, then the answer.
final class PutObject implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        answer(exchange.answer(), store(exchange, Event.CREATED_PUT));
    }

    /// Stores what the request brings, and tells of its version and encryption in the answer.
    ///
    /// @param event that it is to webhooks
    static StoredObject store(Exchange exchange, Event event) throws IOException {
        var key = exchange.objectKey();
        Acls.requireTaken(exchange);
        var attributes = ObjectHeaders.read(exchange.headers());
        var precondition = Preconditions.ofWrite(exchange.headers());
        var protection = Uploading.protection(exchange);
        var marks = Uploading.marks(exchange);
        var services = exchange.services();
        Uploading.admit(exchange);
        try (var writer =
                services.bodies()
                        .create(
                                exchange.namespace(),
                                protection.encryption(),
                                protection.customer())) {
            var received = exchange.payload().copyTo(writer);
            var description =
                    new OfObject(
                            exchange.bucket(),
                            key,
                            VersionId.random(),
                            received.etag(),
                            services.clock().instant(),
                            attributes,
                            received.checksum(),
                            writer.encryption(),
                            marks);
            var stored =
                    Storing.put(
                            services.bodies(),
                            services.metadata(),
                            exchange.namespace(),
                            writer,
                            description,
                            (object, bytes) ->
                                    Telling.creating(
                                            exchange,
                                            event,
                                            object,
                                            metadata ->
                                                    metadata.put(
                                                            exchange.namespace(),
                                                            exchange.bucket(),
                                                            object,
                                                            precondition,
                                                            bytes)));
            Uploading.tell(stored.written(), stored.object(), exchange);
            return stored.object();
        }
    }

    private static void answer(Answer answer, StoredObject object) throws IOException {
        answer.header("etag", ObjectHeaders.quoted(object.etag()));
        ObjectHeaders.writeChecksum(object, answer);
        answer.empty(200);
    }
}
