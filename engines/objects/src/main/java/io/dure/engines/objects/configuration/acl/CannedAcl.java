package io.dure.engines.objects.configuration.acl;

import static io.dure.engines.objects.configuration.acl.Grantee.Group.ALL_USERS;
import static io.dure.engines.objects.configuration.acl.Grantee.Group.AUTHENTICATED_USERS;
import static io.dure.engines.objects.configuration.acl.Grantee.Group.LOG_DELIVERY;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The grants that have a name. Amazon S3 User Guide, "Canned ACL".
public enum CannedAcl {
    PRIVATE("private"),
    PUBLIC_READ("public-read"),
    PUBLIC_READ_WRITE("public-read-write"),
    AUTHENTICATED_READ("authenticated-read"),
    /// Of objects only; for a bucket, the same as private.
    BUCKET_OWNER_READ("bucket-owner-read"),
    /// Of objects only; for a bucket, the same as private.
    BUCKET_OWNER_FULL_CONTROL("bucket-owner-full-control"),
    LOG_DELIVERY_WRITE("log-delivery-write");

    private final String word;

    CannedAcl(String word) {
        this.word = word;
    }

    /// The header `x-amz-acl`.
    ///
    /// @throws S3Exception InvalidArgument; NotImplemented for the one that lets Amazon EC2 in
    public static CannedAcl ofHeader(String header) {
        if (header.equals("aws-exec-read")) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        return Arrays.stream(values())
                .filter(acl -> acl.word.equals(header))
                .findFirst()
                .orElseThrow(() ->
                        S3Exception.argument(
                                "x-amz-acl", header, S3Error.INVALID_ARGUMENT.message()));
    }

    /// @param owner of the bucket or object
    /// @param bucketOwner of the bucket that the object lies in; for a bucket, its owner
    public AccessControlPolicy policy(Namespace owner, Namespace bucketOwner) {
        var grants = new ArrayList<Grant>();
        grants.add(new Grant(new Grantee.Account(owner), Permission.FULL_CONTROL));
        if (isForBucketOwner()) {
            if (!bucketOwner.equals(owner)) {
                grants.add(new Grant(new Grantee.Account(bucketOwner), bucketOwners()));
            }
        } else {
            grants.addAll(others());
        }
        return new AccessControlPolicy(owner, grants);
    }

    private boolean isForBucketOwner() {
        return this == BUCKET_OWNER_READ || this == BUCKET_OWNER_FULL_CONTROL;
    }

    private Permission bucketOwners() {
        return this == BUCKET_OWNER_READ ? Permission.READ : Permission.FULL_CONTROL;
    }

    private List<Grant> others() {
        return switch (this) {
            case PRIVATE, BUCKET_OWNER_READ, BUCKET_OWNER_FULL_CONTROL -> List.of();
            case PUBLIC_READ -> List.of(new Grant(ALL_USERS, Permission.READ));
            case PUBLIC_READ_WRITE ->
                    List.of(
                            new Grant(ALL_USERS, Permission.READ),
                            new Grant(ALL_USERS, Permission.WRITE));
            case AUTHENTICATED_READ -> List.of(new Grant(AUTHENTICATED_USERS, Permission.READ));
            case LOG_DELIVERY_WRITE ->
                    List.of(
                            new Grant(LOG_DELIVERY, Permission.WRITE),
                            new Grant(LOG_DELIVERY, Permission.READ_ACP));
        };
    }
}
