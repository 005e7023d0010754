package io.dure.engines.objects.policy;

import static io.dure.engines.objects.policy.S3Action.BYPASS_GOVERNANCE_RETENTION;
import static io.dure.engines.objects.policy.S3Action.CREATE_BUCKET;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT_TAGGING;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT_VERSION;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT_VERSION_TAGGING;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_ACL;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_ATTRIBUTES;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_TAGGING;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION_ACL;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION_ATTRIBUTES;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION_TAGGING;
import static io.dure.engines.objects.policy.S3Action.LIST_BUCKET;
import static io.dure.engines.objects.policy.S3Action.LIST_BUCKET_VERSIONS;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_LEGAL_HOLD;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_RETENTION;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_TAGGING;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_VERSION_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_VERSION_TAGGING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The keys that requests have values for here, and which actions S3 lets be conditioned on them.
/// Service Authorization Reference, "Condition keys for Amazon S3"; IAM User Guide, "AWS global
/// condition context keys".
public enum ConditionKey {
    /// ISO 8601, or seconds since 1970.
    CURRENT_TIME("aws:CurrentTime"),
    EPOCH_TIME("aws:EpochTime"),
    PRINCIPAL_ACCOUNT("aws:PrincipalAccount"),
    PRINCIPAL_ARN("aws:PrincipalArn"),
    /// `User` or `Anonymous`.
    PRINCIPAL_TYPE("aws:PrincipalType"),
    REFERER("aws:Referer"),
    /// `true` over TLS, else `false`; never absent.
    SECURE_TRANSPORT("aws:SecureTransport"),
    /// A literal address.
    SOURCE_IP("aws:SourceIp"),
    USER_AGENT("aws:UserAgent"),
    USER_ID("aws:userid"),
    USER_NAME("aws:username"),

    /// `REST-HEADER`, `REST-QUERY-STRING` or `POST`; absent if unsigned.
    AUTH_TYPE("s3:authType"),
    /// In milliseconds.
    SIGNATURE_AGE("s3:signatureAge"),
    /// `AWS4-HMAC-SHA256`; absent if unsigned.
    SIGNATURE_VERSION("s3:signatureversion"),
    /// `1.2` or `1.3`; absent without TLS.
    TLS_VERSION("s3:TlsVersion"),
    CONTENT_SHA256("s3:x-amz-content-sha256"),

    PREFIX("s3:prefix", LIST_BUCKET, LIST_BUCKET_VERSIONS),
    DELIMITER("s3:delimiter", LIST_BUCKET, LIST_BUCKET_VERSIONS),
    MAX_KEYS("s3:max-keys", LIST_BUCKET, LIST_BUCKET_VERSIONS),
    LOCATION_CONSTRAINT("s3:LocationConstraint", CREATE_BUCKET),
    VERSION_ID(
            "s3:VersionId",
            DELETE_OBJECT_VERSION,
            DELETE_OBJECT_VERSION_TAGGING,
            GET_OBJECT_VERSION,
            GET_OBJECT_VERSION_ACL,
            GET_OBJECT_VERSION_ATTRIBUTES,
            GET_OBJECT_VERSION_TAGGING,
            PUT_OBJECT_VERSION_ACL,
            PUT_OBJECT_VERSION_TAGGING),

    ACL(
            "s3:x-amz-acl",
            BYPASS_GOVERNANCE_RETENTION,
            CREATE_BUCKET,
            PUT_BUCKET_ACL,
            PUT_OBJECT,
            PUT_OBJECT_ACL,
            PUT_OBJECT_VERSION_ACL),
    /// `BUCKET/KEY`, without a slash before it.
    COPY_SOURCE("s3:x-amz-copy-source", BYPASS_GOVERNANCE_RETENTION, PUT_OBJECT),
    METADATA_DIRECTIVE("s3:x-amz-metadata-directive", BYPASS_GOVERNANCE_RETENTION, PUT_OBJECT),
    SERVER_SIDE_ENCRYPTION(
            "s3:x-amz-server-side-encryption", BYPASS_GOVERNANCE_RETENTION, PUT_OBJECT),
    CUSTOMER_ALGORITHM(
            "s3:x-amz-server-side-encryption-customer-algorithm",
            BYPASS_GOVERNANCE_RETENTION,
            PUT_OBJECT),
    STORAGE_CLASS(
            "s3:x-amz-storage-class",
            BYPASS_GOVERNANCE_RETENTION,
            PUT_OBJECT,
            PUT_OBJECT_ACL,
            PUT_OBJECT_VERSION_ACL),
    IF_MATCH("s3:if-match", DELETE_OBJECT, PUT_OBJECT),
    IF_NONE_MATCH("s3:if-none-match", PUT_OBJECT),
    /// `true` for requests that bring an object into being; `false` for parts and the start of an
    /// upload, which take no condition.
    OBJECT_CREATION_OPERATION("s3:ObjectCreationOperation", PUT_OBJECT),

    /// One value, under the name of the tag.
    EXISTING_OBJECT_TAG(
            "s3:ExistingObjectTag/",
            DELETE_OBJECT_TAGGING,
            DELETE_OBJECT_VERSION_TAGGING,
            GET_OBJECT,
            GET_OBJECT_ACL,
            GET_OBJECT_ATTRIBUTES,
            GET_OBJECT_TAGGING,
            GET_OBJECT_VERSION,
            GET_OBJECT_VERSION_ACL,
            GET_OBJECT_VERSION_ATTRIBUTES,
            GET_OBJECT_VERSION_TAGGING,
            PUT_OBJECT_ACL,
            PUT_OBJECT_TAGGING,
            PUT_OBJECT_VERSION_ACL,
            PUT_OBJECT_VERSION_TAGGING),
    /// One value, under the name of the tag.
    REQUEST_OBJECT_TAG(
            "s3:RequestObjectTag/",
            BYPASS_GOVERNANCE_RETENTION,
            PUT_OBJECT,
            PUT_OBJECT_TAGGING,
            PUT_OBJECT_VERSION_TAGGING),
    /// The names of all tags that the request brings.
    REQUEST_OBJECT_TAG_KEYS(
            "s3:RequestObjectTagKeys",
            BYPASS_GOVERNANCE_RETENTION,
            PUT_OBJECT,
            PUT_OBJECT_TAGGING,
            PUT_OBJECT_VERSION_TAGGING),

    OBJECT_LOCK_LEGAL_HOLD("s3:object-lock-legal-hold", PUT_OBJECT, PUT_OBJECT_LEGAL_HOLD),
    OBJECT_LOCK_MODE("s3:object-lock-mode", PUT_OBJECT, PUT_OBJECT_RETENTION),
    OBJECT_LOCK_RETAIN_UNTIL_DATE(
            "s3:object-lock-retain-until-date", PUT_OBJECT, PUT_OBJECT_RETENTION),
    OBJECT_LOCK_REMAINING_RETENTION_DAYS(
            "s3:object-lock-remaining-retention-days", PUT_OBJECT, PUT_OBJECT_RETENTION);

    private final String text;
    private final Set<S3Action> actions;

    /// @param actions none for all
    ConditionKey(String text, S3Action... actions) {
        this.text = text;
        this.actions =
                actions.length == 0
                        ? EnumSet.allOf(S3Action.class)
                        : EnumSet.copyOf(List.of(actions));
    }

    /// Its name in policies; of tags, up to the slash.
    public String text() {
        return text;
    }

    /// Whether the name of a tag follows.
    boolean isOfTags() {
        return text.endsWith("/");
    }

    boolean comesWith(S3Action action) {
        return actions.contains(action);
    }

    /// Whether the text has its name, or a variable of it, somewhere.
    boolean standsIn(String written) {
        return ConditionValues.folded(written).contains(ConditionValues.folded(text));
    }
}
