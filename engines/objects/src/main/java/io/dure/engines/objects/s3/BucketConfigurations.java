package io.dure.engines.objects.s3;

import static io.dure.engines.objects.access.Right.BUCKETS;
import static io.dure.engines.objects.access.Right.READ;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import java.util.Optional;

/// Which operation a request means that is about how a bucket is configured.
final class BucketConfigurations {
    private BucketConfigurations() {}

    /// @return empty if it is about something else
    /// @throws S3Exception MethodNotAllowed
    static Optional<Route> find(String method, Target target, Query query) {
        if (target.bucket().isEmpty() || !target.key().isEmpty()) {
            return Optional.empty();
        }
        return DocumentKind.of(query)
                .map(kind -> document(method, kind))
                .or(() -> fixed(method, query));
    }

    private static Route document(String method, DocumentKind kind) {
        return switch (method) {
            case "GET" -> new Route(READ, new GetDocument(kind));
            case "PUT" -> new Route(BUCKETS, new PutDocument(kind));
            case "DELETE" -> new Route(BUCKETS, deletion(kind));
            default -> throw notAllowed();
        };
    }

    private static DeleteDocument deletion(DocumentKind kind) {
        if (!kind.isDeletable()) {
            throw notAllowed();
        }
        return new DeleteDocument(kind);
    }

    private static S3Exception notAllowed() {
        return new S3Exception(S3Error.METHOD_NOT_ALLOWED);
    }

    /// What is the same of every bucket.
    private static Optional<Route> fixed(String method, Query query) {
        if (query.has("accelerate") && method.equals("GET")) {
            return Optional.of(new Route(READ, BucketAnswers::accelerate));
        }
        if (query.has("requestPayment")) {
            return switch (method) {
                case "GET" -> Optional.of(new Route(READ, BucketAnswers::requestPayment));
                case "PUT" -> Optional.of(new Route(BUCKETS, BucketAnswers::putRequestPayment));
                default -> throw notAllowed();
            };
        }
        return Optional.empty();
    }
}
