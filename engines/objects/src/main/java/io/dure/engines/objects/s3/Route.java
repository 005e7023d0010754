package io.dure.engines.objects.s3;

import io.dure.engines.objects.policy.S3Action;
import io.dure.engines.objects.usage.RequestClass;
import java.util.Set;

/// An operation, and all that whoever wants it must be allowed on what the request is about.
///
/// @param actions none only for an operation that asks for each thing it does by itself
record Route(Set<S3Action> actions, Operation operation) {
    Route {
        actions = Set.copyOf(actions);
    }

    Route(S3Action action, Operation operation) {
        this(Set.of(action), operation);
    }

    /// What it costs: as its method says, but for listings, which look at much, and for deleting
    /// many, which is deleting.
    RequestClass requestClassOf(String method) {
        return switch (operation) {
            case ListBuckets _,
                    ListObjects _,
                    ListObjectsV2 _,
                    ListObjectVersions _,
                    ListMultipartUploads _,
                    ListParts _ ->
                    RequestClass.WRITE;
            case DeleteObjects _ -> RequestClass.DELETE;
            default -> requestClass(method);
        };
    }

    /// What a request costs of which nothing but its method is known.
    static RequestClass requestClass(String method) {
        return switch (method) {
            case "PUT", "POST" -> RequestClass.WRITE;
            case "DELETE" -> RequestClass.DELETE;
            default -> RequestClass.READ;
        };
    }
}
