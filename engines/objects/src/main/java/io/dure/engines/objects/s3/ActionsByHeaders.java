package io.dure.engines.objects.s3;

import static io.dure.engines.objects.policy.S3Action.CREATE_BUCKET;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_OBJECT_LOCK_CONFIGURATION;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_OWNERSHIP_CONTROLS;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_VERSIONING;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_LEGAL_HOLD;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_RETENTION;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_TAGGING;

import io.dure.engines.objects.policy.S3Action;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The actions of requests that make something and, by headers, set more about it at once. Amazon
/// S3 API Reference, "PutObject" and "CreateBucket", "Permissions".
final class ActionsByHeaders {
    private static final String[] ACL = {
        "x-amz-acl",
        "x-amz-grant-full-control",
        "x-amz-grant-read",
        "x-amz-grant-read-acp",
        "x-amz-grant-write",
        "x-amz-grant-write-acp"
    };

    private ActionsByHeaders() {}

    /// Of PutObject, CopyObject and CreateMultipartUpload.
    static Set<S3Action> ofObject(Headers headers) {
        var actions = EnumSet.of(PUT_OBJECT);
        addIfAny(actions, PUT_OBJECT_ACL, headers, ACL);
        addIfAny(actions, PUT_OBJECT_TAGGING, headers, "x-amz-tagging");
        addIfAny(
                actions,
                PUT_OBJECT_RETENTION,
                headers,
                "x-amz-object-lock-mode",
                "x-amz-object-lock-retain-until-date");
        addIfAny(actions, PUT_OBJECT_LEGAL_HOLD, headers, "x-amz-object-lock-legal-hold");
        return actions;
    }

    static Set<S3Action> ofBucket(Headers headers) {
        var actions = EnumSet.of(CREATE_BUCKET);
        addIfAny(actions, PUT_BUCKET_ACL, headers, ACL);
        addIfAny(actions, PUT_BUCKET_OWNERSHIP_CONTROLS, headers, "x-amz-object-ownership");
        var lock = "x-amz-bucket-object-lock-enabled";
        addIfAny(actions, PUT_BUCKET_OBJECT_LOCK_CONFIGURATION, headers, lock);
        addIfAny(actions, PUT_BUCKET_VERSIONING, headers, lock);
        return actions;
    }

    private static void addIfAny(
            EnumSet<S3Action> actions, S3Action action, Headers headers, String... names) {
        if (Arrays.stream(names).anyMatch(name -> headers.find(name).isPresent())) {
            actions.add(action);
        }
    }
}
