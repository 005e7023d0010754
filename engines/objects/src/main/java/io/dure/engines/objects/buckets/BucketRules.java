package io.dure.engines.objects.buckets;

import io.dure.engines.objects.configuration.BucketLogging;
import io.dure.engines.objects.configuration.OwnershipControls;
import io.dure.engines.objects.configuration.OwnershipControls.ObjectOwnership;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.configuration.acl.AccessControlPolicy;
import io.dure.engines.objects.configuration.acl.CannedAcl;
import io.dure.engines.objects.configuration.acl.Grantee;
import io.dure.engines.objects.configuration.acl.Permission;
import io.dure.engines.objects.configuration.cors.CorsConfiguration;
import io.dure.engines.objects.configuration.lifecycle.LifecycleConfiguration;
import io.dure.engines.objects.configuration.lock.DefaultRetention;
import io.dure.engines.objects.configuration.lock.ObjectLockConfiguration;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.policy.BucketPolicy;
import io.dure.engines.objects.policy.PolicyVerdict;
import io.dure.engines.objects.policy.Requester;
import io.dure.engines.objects.policy.S3Action;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a bucket's documents say, read.
///
/// @param acl that counts only where ACLs are on
/// @param encrypts whether objects are encrypted that nobody asked to be
/// @param retention of objects that nobody asked to be retained
/// @param logging where requests are written down, if they are
public record BucketRules(
        Bucket bucket,
        Optional<BucketPolicy> policy,
        AccessControlPolicy acl,
        ObjectOwnership ownership,
        PublicAccessBlock block,
        Optional<CorsConfiguration> cors,
        boolean encrypts,
        Optional<DefaultRetention> retention,
        Optional<LifecycleConfiguration> lifecycle,
        Optional<BucketLogging.Target> logging,
        Optional<NotificationConfiguration> notification) {

    public static BucketRules of(Namespace owner, ConfiguredBucket bucket) {
        return new BucketRules(
                bucket.bucket(),
                bucket.document(BucketDocument.POLICY)
                        .map(text -> BucketPolicy.parse(text, bucket.bucket().name(), owner)),
                bucket.document(BucketDocument.ACL)
                        .map(text -> AccessControlPolicy.parse(bytes(text)))
                        .orElseGet(() -> CannedAcl.PRIVATE.policy(owner, owner)),
                read(
                                bucket,
                                BucketDocument.OWNERSHIP,
                                OwnershipControls::parse,
                                OwnershipControls.OF_NEW_BUCKETS,
                                OwnershipControls.NONE)
                        .ownership(),
                read(
                        bucket,
                        BucketDocument.PUBLIC_ACCESS,
                        PublicAccessBlock::parse,
                        PublicAccessBlock.OF_NEW_BUCKETS,
                        PublicAccessBlock.NONE),
                bucket.document(BucketDocument.CORS)
                        .map(text -> CorsConfiguration.parse(bytes(text))),
                bucket.document(BucketDocument.ENCRYPTION).isPresent(),
                bucket.document(BucketDocument.OBJECT_LOCK)
                        .flatMap(text -> ObjectLockConfiguration.parse(bytes(text)).retention()),
                bucket.document(BucketDocument.LIFECYCLE)
                        .map(text -> LifecycleConfiguration.parse(bytes(text))),
                bucket.document(BucketDocument.LOGGING)
                        .flatMap(text -> BucketLogging.parse(bytes(text)).target()),
                bucket.document(BucketDocument.NOTIFICATION)
                        .map(text -> NotificationConfiguration.parse(bytes(text))));
    }

    private static <T> T read(
            ConfiguredBucket bucket,
            BucketDocument kind,
            Function<byte[], T> parser,
            T unconfigured,
            T deleted) {
        return bucket.document(kind)
                .map(text -> text.equals(Buckets.DELETED) ? deleted : parser.apply(bytes(text)))
                .orElse(unconfigured);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether a request may be done: what the policy denies is denied; else the policy, an ACL or
    /// the requester's own rights are enough.
    ///
    /// @param verdict of the policy
    /// @param ownRights whether the requester may by itself; not asked if the policy decides
    /// @param marks of the object that the request is about; not asked for unless its ACL decides
    public boolean permits(
            PolicyVerdict verdict,
            Requester requester,
            S3Action action,
            BooleanSupplier ownRights,
            Supplier<Optional<Marks>> marks) {
        return !isClosedTo(requester)
                && verdict.permits(
                        () -> ownRights.getAsBoolean() || isGranted(requester, action, marks));
    }

    /// RestrictPublicBuckets: a policy that is public shuts strangers out altogether.
    private boolean isClosedTo(Requester requester) {
        return switch (requester) {
            case Requester.Key _ -> false;
            case Requester.Anonymous _ ->
                    block.restrictPublicBuckets()
                            && policy.filter(BucketPolicy::isPublic).isPresent();
        };
    }

    /// Whether the bucket's ACL lets the requester do it, or the object's.
    private boolean isGranted(
            Requester requester, S3Action action, Supplier<Optional<Marks>> marks) {
        if (!hasAcls() || block.ignorePublicAcls()) {
            return false;
        }
        return AclPermissions.onBucket(action)
                        .filter(permission -> grants(acl, requester, permission))
                        .isPresent()
                || AclPermissions.onObject(action)
                        .filter(permission ->
                                marks.get()
                                        .map(this::aclOf)
                                        .filter(own -> grants(own, requester, permission))
                                        .isPresent())
                        .isPresent();
    }

    /// Only groups matter: what an ACL grants the owner are not the rights of every key, and other
    /// accounts do not come here.
    private static boolean grants(
            AccessControlPolicy acl, Requester requester, Permission permission) {
        return acl.grants(Grantee.Group.ALL_USERS, permission)
                || (requester instanceof Requester.Key
                        && acl.grants(Grantee.Group.AUTHENTICATED_USERS, permission));
    }

    /// The ACL of an object in the bucket; where ACLs are off, the owner's alone, whatever it was
    /// given before.
    public AccessControlPolicy aclOf(Marks marks) {
        return marks.acl()
                .filter(_ -> hasAcls())
                .map(text -> AccessControlPolicy.parse(bytes(text)))
                .orElseGet(() -> CannedAcl.PRIVATE.policy(acl.owner(), acl.owner()));
    }

    private boolean hasAcls() {
        return ownership != ObjectOwnership.BUCKET_OWNER_ENFORCED;
    }

    /// Checks an ACL that is to be set, on the bucket or on an object in it.
    ///
    /// @throws S3Exception AccessControlListNotSupported if it gives others anything and ACLs are
    ///   off; AccessDenied if it is public and those are blocked
    public void requireTaken(AccessControlPolicy given) {
        if (!hasAcls() && !given.isPrivate()) {
            throw new S3Exception(S3Error.ACCESS_CONTROL_LIST_NOT_SUPPORTED);
        }
        if (block.blockPublicAcls() && given.isPublic()) {
            throw new S3Exception(S3Error.ACCESS_DENIED);
        }
    }

    /// @throws S3Exception AccessDenied if the policy is public and those are blocked
    public void requireTaken(BucketPolicy given) {
        if (block.blockPublicPolicy() && given.isPublic()) {
            throw new S3Exception(
                    S3Error.ACCESS_DENIED,
                    "Access Denied because public policies are blocked by the BlockPublicPolicy"
                            + " block public access setting.");
        }
    }

    /// @throws S3Exception InvalidBucketAclWithObjectOwnership if the ownership turns ACLs off
    ///   while the bucket's own gives others something
    public void requireTaken(OwnershipControls given) {
        if (given.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED && !acl.isPrivate()) {
            throw new S3Exception(S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP);
        }
    }
}
