package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.policy.BucketPolicy;
import io.dure.engines.objects.policy.PolicyRequest;
import io.dure.engines.objects.policy.PolicyVerdict;
import io.dure.engines.objects.policy.S3Action;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one request may do: by the rights of its key, and by the policy and the ACL of the bucket.
/// docs/s3/policies.md.
final class Permissions {
    /// Whoever may do all with a bucket can always get out of a policy that shuts them out, as the
    /// root of an account can; whoever configures it can always see the policy.
    private static final Set<S3Action> ABOVE_POLICY =
            Set.of(
                    S3Action.GET_BUCKET_POLICY,
                    S3Action.PUT_BUCKET_POLICY,
                    S3Action.DELETE_BUCKET_POLICY);

    private final Caller caller;
    private final Buckets buckets;
    private final Metadata metadata;
    private final RequestConditions conditions;
    private final Map<Name, Judged> judged = new HashMap<>();

    private record Name(String bucket, String key, Optional<VersionId> version) {}

    /// A row by which it was decided whether it may be read.
    private static final class Judged {
        private final Found found;
        private final Set<Access> by = new LinkedHashSet<>();
        private boolean isGiven;

        private Judged(Found found) {
            this.found = found;
        }
    }

    Permissions(Caller caller, Buckets buckets, Metadata metadata, RequestConditions conditions) {
        this.caller = caller;
        this.buckets = buckets;
        this.metadata = metadata;
        this.conditions = conditions;
    }

    /// Where the request came from.
    String sourceAddress() {
        return Peer.address(conditions.request()).orElse("");
    }

    /// @throws S3Exception AccessDenied
    void require(Access access) {
        if (!permits(access)) {
            throw new S3Exception(S3Error.ACCESS_DENIED);
        }
    }

    /// Of a request whose document brings the tags that it would give the object.
    ///
    /// @throws S3Exception AccessDenied
    void require(Access access, ObjectTags requested) {
        new Permissions(caller, buckets, metadata, conditions.with(requested)).require(access);
    }

    boolean permits(Access access) {
        return switch (access.action().kind()) {
            case SERVICE -> access.action().rights().stream().allMatch(caller::holds);
            case BUCKET, OBJECT ->
                    isAbovePolicy(access)
                            || buckets.rules(caller.namespace(), access.bucket())
                                    .map(rules -> permits(access, rules))
                                    .orElseGet(() -> mayItself(access));
        };
    }

    private boolean isAbovePolicy(Access access) {
        return ABOVE_POLICY.contains(access.action()) && mayItself(access);
    }

    private boolean mayItself(Access access) {
        return access.action().rights().stream()
                .allMatch(right -> caller.allows(right, access.bucket()));
    }

    private boolean permits(Access access, BucketRules rules) {
        var verdict =
                rules.policy()
                        .map(policy -> policy.evaluate(request(access, policy)))
                        .orElse(PolicyVerdict.NOTHING_SAID);
        return rules.permits(
                verdict,
                caller.requester(),
                access.action(),
                () -> mayItself(access),
                () -> existing(access).map(StoredObject::marks));
    }

    private PolicyRequest request(Access access, BucketPolicy policy) {
        var existing = policy.asksForObjectTags() ? existingTags(access) : ObjectTags.NONE;
        return new PolicyRequest(
                caller.requester(),
                access.action(),
                access.resource(),
                conditions.of(access, existing));
    }

    private ObjectTags existingTags(Access access) {
        return existing(access).map(object -> object.marks().tags()).orElse(ObjectTags.NONE);
    }

    /// The object that the access is to, or its version.
    private Optional<StoredObject> existing(Access access) {
        if (access.action().kind() != S3Action.Kind.OBJECT || access.key().isEmpty()) {
            return Optional.empty();
        }
        var name = new Name(access.bucket(), access.key(), access.version().map(VersionId::parse));
        return (access.action().rights().contains(Right.READ) ? judged(name, access) : look(name))
                .object()
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast);
    }

    private Found judged(Name name, Access access) {
        var row = judged.computeIfAbsent(name, _ -> new Judged(look(name)));
        row.by.add(access);
        return row.found;
    }

    private Found look(Name name) {
        return metadata.find(caller.namespace(), name.bucket(), name.key(), name.version());
    }

    /// What there is of an object that may be read: where its own ACL or tags decided that, the
    /// very row that they stand in, and not what came to be there since. Asked again, it looks and
    /// judges again.
    ///
    /// @throws S3Exception AccessDenied
    Found find(String bucket, String key, Optional<VersionId> version) {
        var name = new Name(bucket, key, version);
        var row = judged.get(name);
        if (row == null) {
            return look(name);
        }
        if (!row.isGiven) {
            row.isGiven = true;
            return row.found;
        }
        judged.remove(name);
        row.by.forEach(this::require);
        return find(bucket, key, version);
    }

    /// What somebody is told about an object that is not there: only who may list the bucket learns
    /// that. Amazon S3 API Reference, "GetObject", "Permissions".
    S3Exception absence(String bucket) {
        return new S3Exception(
                permits(Access.toBucket(S3Action.LIST_BUCKET, bucket))
                        ? S3Error.NO_SUCH_KEY
                        : S3Error.ACCESS_DENIED);
    }
}
