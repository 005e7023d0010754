package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.OwnershipControls;
import io.dure.engines.objects.configuration.OwnershipControls.ObjectOwnership;
import io.dure.engines.objects.configuration.acl.AccessControlPolicy;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Versioning;
import java.io.IOException;
import java.util.Optional;

/// Creates a bucket; its region is the server's, whatever the request names.
final class CreateBucket implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var name = exchange.bucket();
        if (!BucketNames.isValid(name)) {
            throw new S3Exception(S3Error.INVALID_BUCKET_NAME);
        }
        var locks =
                exchange.headers()
                        .text("x-amz-bucket-object-lock-enabled")
                        .equalsIgnoreCase("true");
        if (!exchange.hasNoDocument()) {
            exchange.document("CreateBucketConfiguration");
        }
        var ownership = ownership(exchange.headers());
        var acl = acl(exchange, ownership.orElse(OwnershipControls.OF_NEW_BUCKETS));
        var buckets = exchange.services().buckets();
        buckets.create(
                exchange.namespace(),
                new Bucket(
                        name,
                        exchange.services().clock().instant(),
                        locks ? Versioning.ENABLED : Versioning.NEVER,
                        locks));
        ownership.ifPresent(given ->
                buckets.put(
                        exchange.namespace(),
                        name,
                        BucketDocument.OWNERSHIP,
                        given.write().document()));
        acl.ifPresent(given ->
                buckets.put(
                        exchange.namespace(), name, BucketDocument.ACL, given.write().document()));
        exchange.answer().header("location", "/" + name).empty(200);
    }

    private static Optional<OwnershipControls> ownership(Headers headers) {
        return headers.find("x-amz-object-ownership")
                .map(word ->
                        ObjectOwnership.of(word)
                                .map(OwnershipControls::new)
                                .orElseThrow(() ->
                                        S3Exception.argument(
                                                "x-amz-object-ownership",
                                                word,
                                                "Invalid x-amz-object-ownership header: " + word)));
    }

    /// The one that gives others something. Public access to new buckets is blocked, so it cannot
    /// be public.
    private static Optional<AccessControlPolicy> acl(
            Exchange exchange, OwnershipControls ownership) {
        var acl = Acls.ofHeaders(exchange).filter(given -> !given.isPrivate());
        if (acl.isPresent() && ownership.equals(OwnershipControls.OF_NEW_BUCKETS)) {
            throw new S3Exception(S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP);
        }
        if (acl.filter(AccessControlPolicy::isPublic).isPresent()) {
            throw new S3Exception(S3Error.ACCESS_DENIED);
        }
        return acl;
    }
}
