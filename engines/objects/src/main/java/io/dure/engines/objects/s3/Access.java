package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.policy.ResourceArn;
import io.dure.engines.objects.policy.S3Action;
import java.util.Optional;

/// One thing that a request would do.
///
/// @param key of the object; of no meaning to actions on buckets
/// @param version that is named, if one is
record Access(S3Action action, String bucket, String key, Optional<String> version) {
    static Access toBucket(S3Action action, String bucket) {
        return new Access(action, bucket, "", Optional.empty());
    }

    /// What a request is about.
    static Access of(S3Action action, Target target, Query query) {
        return new Access(action, target.bucket(), target.key(), query.find("versionId"));
    }

    ResourceArn resource() {
        return switch (action.kind()) {
            case SERVICE, BUCKET -> ResourceArn.bucket(bucket);
            case OBJECT -> ResourceArn.object(bucket, key);
        };
    }
}
