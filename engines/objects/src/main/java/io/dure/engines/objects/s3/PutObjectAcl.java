package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.notification.Event;
import java.io.IOException;

/// Puts the ACL of an object, as a document or by headers.
final class PutObjectAcl implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        ObjectMarks.mark(exchange, Event.ACL_PUT, Acls.kept(Acls.require(exchange)));
        exchange.answer().empty(200);
    }
}
