package io.dure.engines.objects.s3;

import java.io.IOException;

/// Reads the ACL of a bucket; where ACLs are off, it is the owner's alone.
final class GetBucketAcl implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.answer().xml(200, exchange.rules().acl().write());
    }
}
