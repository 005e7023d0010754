package io.dure.engines.objects.s3;

import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT_TAGGING;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT_VERSION_TAGGING;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_LEGAL_HOLD;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_RETENTION;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_TAGGING;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION_TAGGING;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_LEGAL_HOLD;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_RETENTION;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_TAGGING;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_VERSION_TAGGING;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.policy.S3Action;
import java.util.Optional;

/// Which operation a request means that is about an object's tags or locks.
final class MarkRoutes {
    private MarkRoutes() {}

    /// @return empty if it is about something else
    /// @throws S3Exception MethodNotAllowed
    static Optional<Route> find(String method, Query query) {
        if (query.has("tagging")) {
            return Optional.of(tagging(method, query));
        }
        if (query.has("retention")) {
            return Optional.of(retention(method));
        }
        return query.has("legal-hold") ? Optional.of(hold(method)) : Optional.empty();
    }

    private static Route tagging(String method, Query query) {
        return switch (method) {
            case "GET" ->
                    new Route(
                            versioned(query, GET_OBJECT_TAGGING, GET_OBJECT_VERSION_TAGGING),
                            ObjectMarks::tags);
            case "PUT" ->
                    new Route(
                            versioned(query, PUT_OBJECT_TAGGING, PUT_OBJECT_VERSION_TAGGING),
                            ObjectMarks::putTags);
            case "DELETE" ->
                    new Route(
                            versioned(query, DELETE_OBJECT_TAGGING, DELETE_OBJECT_VERSION_TAGGING),
                            ObjectMarks::deleteTags);
            default -> throw notAllowed();
        };
    }

    private static S3Action versioned(Query query, S3Action current, S3Action named) {
        return query.has("versionId") ? named : current;
    }

    private static Route retention(String method) {
        return switch (method) {
            case "GET" -> new Route(GET_OBJECT_RETENTION, ObjectMarks::retention);
            case "PUT" -> new Route(PUT_OBJECT_RETENTION, ObjectMarks::putRetention);
            default -> throw notAllowed();
        };
    }

    private static Route hold(String method) {
        return switch (method) {
            case "GET" -> new Route(GET_OBJECT_LEGAL_HOLD, ObjectMarks::hold);
            case "PUT" -> new Route(PUT_OBJECT_LEGAL_HOLD, ObjectMarks::putHold);
            default -> throw notAllowed();
        };
    }

    private static S3Exception notAllowed() {
        return new S3Exception(S3Error.METHOD_NOT_ALLOWED);
    }
}
