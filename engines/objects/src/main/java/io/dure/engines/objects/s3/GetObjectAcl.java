package io.dure.engines.objects.s3;

import java.io.IOException;

/// Reads the ACL of an object.
final class GetObjectAcl implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var object = Versions.find(exchange);
        exchange.answer().xml(200, exchange.rules().aclOf(object.marks()).write());
    }
}
