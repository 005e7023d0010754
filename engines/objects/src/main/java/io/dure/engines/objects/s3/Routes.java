package io.dure.engines.objects.s3;

import static io.dure.engines.objects.access.Right.BUCKETS;
import static io.dure.engines.objects.access.Right.READ;
import static io.dure.engines.objects.access.Right.WRITE;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import java.util.Set;

/// Which operation a request means: by what it is about, its method and its subresource. All that
/// S3 offers and this server does not is named here; query parameters that S3 does not know mean
/// nothing.
final class Routes {
    /// Subresources of S3 without an operation here.
    private static final Set<String> UNSUPPORTED =
            Set.of(
                    "abac",
                    "accelerate",
                    "analytics",
                    "attributes",
                    "cors",
                    "encryption",
                    "intelligent-tiering",
                    "inventory",
                    "lifecycle",
                    "logging",
                    "metadataConfiguration",
                    "metadataTable",
                    "metrics",
                    "notification",
                    "ownershipControls",
                    "policy",
                    "policyStatus",
                    "publicAccessBlock",
                    "replication",
                    "renameObject",
                    "requestPayment",
                    "restore",
                    "select",
                    "session",
                    "torrent",
                    "website");

    private Routes() {}

    /// @throws S3Exception NotImplemented, MethodNotAllowed
    static Route find(String method, Target target, Query query, Headers headers) {
        var configuration = BucketConfigurations.find(method, target, query);
        if (configuration.isPresent()) {
            return configuration.get();
        }
        query.parameters().stream()
                .filter(parameter -> UNSUPPORTED.contains(parameter.name()))
                .findFirst()
                .ifPresent(_ -> {
                    throw new S3Exception(S3Error.NOT_IMPLEMENTED);
                });
        if (target.bucket().isEmpty()) {
            return service(method);
        }
        return target.key().isEmpty() ? bucket(method, query) : object(method, query, headers);
    }

    private static Route service(String method) {
        return switch (method) {
            case "GET" -> new Route(READ, new ListBuckets());
            default -> throw notAllowed();
        };
    }

    private static Route bucket(String method, Query query) {
        return switch (method) {
            case "GET" -> new Route(READ, bucketQuestion(query));
            case "HEAD" -> new Route(READ, BucketAnswers::head);
            case "PUT" -> new Route(BUCKETS, bucketChange(query));
            case "DELETE" -> new Route(BUCKETS, plain(query, new DeleteBucket()));
            case "POST" -> new Route(WRITE, deletion(query));
            default -> throw notAllowed();
        };
    }

    private static Operation bucketQuestion(Query query) {
        if (query.has("location")) {
            return BucketAnswers::location;
        }
        if (query.has("versioning")) {
            return BucketVersions::versioning;
        }
        if (query.has("acl")) {
            return BucketAnswers::acl;
        }
        if (query.has("object-lock")) {
            return BucketVersions::lock;
        }
        if (query.has("uploads")) {
            return new ListMultipartUploads();
        }
        if (query.has("versions")) {
            return new ListObjectVersions();
        }
        return query.text("list-type").equals("2") ? new ListObjectsV2() : new ListObjects();
    }

    private static Operation bucketChange(Query query) {
        if (query.has("versioning")) {
            return BucketVersions::putVersioning;
        }
        return query.has("object-lock")
                ? BucketVersions::putLock
                : plain(query, new CreateBucket());
    }

    /// A change of a subresource that this server answers questions about only.
    private static Operation plain(Query query, Operation operation) {
        if (query.has("acl") || query.has("versioning") || query.has("object-lock")) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        return operation;
    }

    private static Operation deletion(Query query) {
        if (query.has("delete")) {
            return new DeleteObjects();
        }
        // a form upload (POST policy)
        throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }

    private static Route object(String method, Query query, Headers headers) {
        return switch (method) {
            case "GET" -> new Route(READ, objectQuestion(query));
            case "HEAD" -> new Route(READ, GetObject.head());
            case "PUT" -> new Route(WRITE, change(query, headers));
            case "POST" -> new Route(WRITE, multipart(query));
            case "DELETE" -> new Route(WRITE, objectDeletion(query));
            default -> throw notAllowed();
        };
    }

    private static Operation objectQuestion(Query query) {
        if (query.has("uploadId")) {
            return new ListParts();
        }
        if (query.has("tagging")) {
            return ObjectMarks::tags;
        }
        if (query.has("retention")) {
            return ObjectMarks::retention;
        }
        if (query.has("legal-hold")) {
            return ObjectMarks::hold;
        }
        return query.has("acl") ? BucketAnswers::acl : GetObject.whole();
    }

    private static Operation objectDeletion(Query query) {
        if (query.has("uploadId")) {
            return new AbortMultipartUpload();
        }
        return query.has("tagging") ? ObjectMarks::deleteTags : new DeleteObject();
    }

    private static Operation change(Query query, Headers headers) {
        if (query.has("tagging")) {
            return ObjectMarks::putTags;
        }
        if (query.has("retention")) {
            return ObjectMarks::putRetention;
        }
        if (query.has("legal-hold")) {
            return ObjectMarks::putHold;
        }
        return plain(query, upload(query, headers));
    }

    private static Operation upload(Query query, Headers headers) {
        var copies = headers.find("x-amz-copy-source").isPresent();
        if (query.has("uploadId")) {
            return copies ? new UploadPartCopy() : new UploadPart();
        }
        return copies ? new CopyObject() : new PutObject();
    }

    private static Operation multipart(Query query) {
        if (query.has("uploads")) {
            return new CreateMultipartUpload();
        }
        if (query.has("uploadId")) {
            return new CompleteMultipartUpload();
        }
        throw notAllowed();
    }

    private static S3Exception notAllowed() {
        return new S3Exception(S3Error.METHOD_NOT_ALLOWED);
    }
}
