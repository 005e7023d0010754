package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.acl.CannedAcl;
import java.io.IOException;

/// Reads the ACL of an object: that of all objects, which are the namespace's own.
final class GetObjectAcl implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        Versions.find(exchange);
        var owner = exchange.namespace();
        exchange.answer().xml(200, CannedAcl.PRIVATE.policy(owner, owner).write());
    }
}
