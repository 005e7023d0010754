package io.dure.engines.objects.s3;

import static io.dure.engines.objects.policy.S3Action.DELETE_BUCKET_POLICY;
import static io.dure.engines.objects.policy.S3Action.GET_ACCELERATE_CONFIGURATION;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_ACL;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_POLICY;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_POLICY_STATUS;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_REQUEST_PAYMENT;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_POLICY;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_REQUEST_PAYMENT;

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
                .or(() -> fixed(method, query))
                .or(() -> access(method, query));
    }

    private static Route document(String method, DocumentKind kind) {
        return switch (method) {
            case "GET" -> new Route(kind.get(), new GetDocument(kind));
            case "PUT" -> new Route(kind.put(), new PutDocument(kind));
            case "DELETE" -> new Route(kind.put(), deletion(kind));
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
            return Optional.of(new Route(GET_ACCELERATE_CONFIGURATION, BucketAnswers::accelerate));
        }
        if (query.has("requestPayment")) {
            return switch (method) {
                case "GET" ->
                        Optional.of(
                                new Route(
                                        GET_BUCKET_REQUEST_PAYMENT, BucketAnswers::requestPayment));
                case "PUT" ->
                        Optional.of(
                                new Route(
                                        PUT_BUCKET_REQUEST_PAYMENT,
                                        BucketAnswers::putRequestPayment));
                default -> throw notAllowed();
            };
        }
        return Optional.empty();
    }

    /// Who may use it.
    private static Optional<Route> access(String method, Query query) {
        if (query.has("policy")) {
            return Optional.of(
                    switch (method) {
                        case "GET" -> new Route(GET_BUCKET_POLICY, new GetBucketPolicy());
                        case "PUT" -> new Route(PUT_BUCKET_POLICY, new PutBucketPolicy());
                        case "DELETE" -> new Route(DELETE_BUCKET_POLICY, new DeleteBucketPolicy());
                        default -> throw notAllowed();
                    });
        }
        if (query.has("policyStatus")) {
            return switch (method) {
                case "GET" ->
                        Optional.of(
                                new Route(GET_BUCKET_POLICY_STATUS, new GetBucketPolicyStatus()));
                default -> throw notAllowed();
            };
        }
        if (query.has("acl")) {
            return Optional.of(
                    switch (method) {
                        case "GET" -> new Route(GET_BUCKET_ACL, new GetBucketAcl());
                        case "PUT" -> new Route(PUT_BUCKET_ACL, new PutBucketAcl());
                        default -> throw notAllowed();
                    });
        }
        return Optional.empty();
    }
}
