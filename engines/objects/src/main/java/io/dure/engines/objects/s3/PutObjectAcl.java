package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.IOException;

/// Puts the ACL of an object: only the one that it has already can be put.
final class PutObjectAcl implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var acl = Acls.require(exchange);
        Versions.find(exchange);
        if (!acl.isPrivate()) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        exchange.answer().empty(200);
    }
}
