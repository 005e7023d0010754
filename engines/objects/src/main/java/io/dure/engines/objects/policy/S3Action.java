package io.dure.engines.objects.policy;

import static io.dure.engines.objects.access.Right.BUCKETS;
import static io.dure.engines.objects.access.Right.READ;
import static io.dure.engines.objects.access.Right.WRITE;
import static io.dure.engines.objects.policy.S3Action.Kind.BUCKET;
import static io.dure.engines.objects.policy.S3Action.Kind.OBJECT;
import static io.dure.engines.objects.policy.S3Action.Kind.SERVICE;

import io.dure.engines.objects.access.Right;
import java.util.Set;

/// What this server does, as policies name it. Service Authorization Reference, "Actions defined by
/// Amazon S3". A request that names no version needs the action without `Version`, on versioned
/// buckets too.
public enum S3Action {
    ABORT_MULTIPART_UPLOAD("s3:AbortMultipartUpload", OBJECT, WRITE),
    /// Not WRITE: governance would bind nobody who stores.
    BYPASS_GOVERNANCE_RETENTION("s3:BypassGovernanceRetention", OBJECT, BUCKETS),
    CREATE_BUCKET("s3:CreateBucket", BUCKET, BUCKETS),
    DELETE_BUCKET("s3:DeleteBucket", BUCKET, BUCKETS),
    DELETE_BUCKET_POLICY("s3:DeleteBucketPolicy", BUCKET, BUCKETS, READ, WRITE),
    DELETE_OBJECT("s3:DeleteObject", OBJECT, WRITE),
    DELETE_OBJECT_TAGGING("s3:DeleteObjectTagging", OBJECT, WRITE),
    DELETE_OBJECT_VERSION("s3:DeleteObjectVersion", OBJECT, WRITE),
    DELETE_OBJECT_VERSION_TAGGING("s3:DeleteObjectVersionTagging", OBJECT, WRITE),
    GET_ACCELERATE_CONFIGURATION("s3:GetAccelerateConfiguration", BUCKET, READ),
    GET_BUCKET_ACL("s3:GetBucketAcl", BUCKET, READ),
    GET_BUCKET_CORS("s3:GetBucketCORS", BUCKET, BUCKETS),
    GET_BUCKET_LOCATION("s3:GetBucketLocation", BUCKET, READ),
    GET_BUCKET_LOGGING("s3:GetBucketLogging", BUCKET, BUCKETS),
    GET_BUCKET_NOTIFICATION("s3:GetBucketNotification", BUCKET, BUCKETS),
    GET_BUCKET_OBJECT_LOCK_CONFIGURATION("s3:GetBucketObjectLockConfiguration", BUCKET, READ),
    GET_BUCKET_OWNERSHIP_CONTROLS("s3:GetBucketOwnershipControls", BUCKET, BUCKETS),
    GET_BUCKET_POLICY("s3:GetBucketPolicy", BUCKET, BUCKETS),
    GET_BUCKET_POLICY_STATUS("s3:GetBucketPolicyStatus", BUCKET, BUCKETS),
    GET_BUCKET_PUBLIC_ACCESS_BLOCK("s3:GetBucketPublicAccessBlock", BUCKET, BUCKETS),
    GET_BUCKET_REQUEST_PAYMENT("s3:GetBucketRequestPayment", BUCKET, READ),
    GET_BUCKET_TAGGING("s3:GetBucketTagging", BUCKET, BUCKETS),
    GET_BUCKET_VERSIONING("s3:GetBucketVersioning", BUCKET, READ),
    GET_ENCRYPTION_CONFIGURATION("s3:GetEncryptionConfiguration", BUCKET, READ),
    GET_LIFECYCLE_CONFIGURATION("s3:GetLifecycleConfiguration", BUCKET, BUCKETS),
    GET_OBJECT("s3:GetObject", OBJECT, READ),
    GET_OBJECT_ACL("s3:GetObjectAcl", OBJECT, READ),
    GET_OBJECT_ATTRIBUTES("s3:GetObjectAttributes", OBJECT, READ),
    GET_OBJECT_LEGAL_HOLD("s3:GetObjectLegalHold", OBJECT, READ),
    GET_OBJECT_RETENTION("s3:GetObjectRetention", OBJECT, READ),
    GET_OBJECT_TAGGING("s3:GetObjectTagging", OBJECT, READ),
    GET_OBJECT_VERSION("s3:GetObjectVersion", OBJECT, READ),
    GET_OBJECT_VERSION_ACL("s3:GetObjectVersionAcl", OBJECT, READ),
    GET_OBJECT_VERSION_ATTRIBUTES("s3:GetObjectVersionAttributes", OBJECT, READ),
    GET_OBJECT_VERSION_TAGGING("s3:GetObjectVersionTagging", OBJECT, READ),
    LIST_ALL_MY_BUCKETS("s3:ListAllMyBuckets", SERVICE, READ),
    /// HeadBucket, too.
    LIST_BUCKET("s3:ListBucket", BUCKET, READ),
    LIST_BUCKET_MULTIPART_UPLOADS("s3:ListBucketMultipartUploads", BUCKET, READ),
    LIST_BUCKET_VERSIONS("s3:ListBucketVersions", BUCKET, READ),
    LIST_MULTIPART_UPLOAD_PARTS("s3:ListMultipartUploadParts", OBJECT, READ),
    PUT_BUCKET_ACL("s3:PutBucketAcl", BUCKET, BUCKETS, READ, WRITE),
    PUT_BUCKET_CORS("s3:PutBucketCORS", BUCKET, BUCKETS),
    PUT_BUCKET_LOGGING("s3:PutBucketLogging", BUCKET, BUCKETS, READ),
    PUT_BUCKET_NOTIFICATION("s3:PutBucketNotification", BUCKET, BUCKETS, READ),
    PUT_BUCKET_OBJECT_LOCK_CONFIGURATION("s3:PutBucketObjectLockConfiguration", BUCKET, BUCKETS),
    PUT_BUCKET_OWNERSHIP_CONTROLS("s3:PutBucketOwnershipControls", BUCKET, BUCKETS, READ, WRITE),
    PUT_BUCKET_POLICY("s3:PutBucketPolicy", BUCKET, BUCKETS, READ, WRITE),
    PUT_BUCKET_PUBLIC_ACCESS_BLOCK("s3:PutBucketPublicAccessBlock", BUCKET, BUCKETS, READ, WRITE),
    PUT_BUCKET_REQUEST_PAYMENT("s3:PutBucketRequestPayment", BUCKET, BUCKETS),
    PUT_BUCKET_TAGGING("s3:PutBucketTagging", BUCKET, BUCKETS),
    PUT_BUCKET_VERSIONING("s3:PutBucketVersioning", BUCKET, BUCKETS),
    PUT_ENCRYPTION_CONFIGURATION("s3:PutEncryptionConfiguration", BUCKET, BUCKETS),
    PUT_LIFECYCLE_CONFIGURATION("s3:PutLifecycleConfiguration", BUCKET, BUCKETS, WRITE),
    /// Copies' destinations and all of a multipart upload but its abort, too.
    PUT_OBJECT("s3:PutObject", OBJECT, WRITE),
    PUT_OBJECT_ACL("s3:PutObjectAcl", OBJECT, WRITE),
    PUT_OBJECT_LEGAL_HOLD("s3:PutObjectLegalHold", OBJECT, WRITE),
    PUT_OBJECT_RETENTION("s3:PutObjectRetention", OBJECT, WRITE),
    PUT_OBJECT_TAGGING("s3:PutObjectTagging", OBJECT, WRITE),
    PUT_OBJECT_VERSION_ACL("s3:PutObjectVersionAcl", OBJECT, WRITE),
    PUT_OBJECT_VERSION_TAGGING("s3:PutObjectVersionTagging", OBJECT, WRITE);

    /// What an action is done to.
    public enum Kind {
        /// No resource that a bucket's policy could name.
        SERVICE,
        BUCKET,
        OBJECT
    }

    private final String text;
    private final Kind kind;
    private final Set<Right> rights;

    S3Action(String text, Kind kind, Right... rights) {
        this.text = text;
        this.kind = kind;
        this.rights = Set.of(rights);
    }

    /// Its name in policies, such as `s3:GetObject`.
    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    /// All that a key must hold to do it where no policy says anything. Who configures a bucket
    /// lets others no further than they come themselves: what may disclose objects needs READ, too,
    /// what may end or change them WRITE.
    public Set<Right> rights() {
        return rights;
    }
}
