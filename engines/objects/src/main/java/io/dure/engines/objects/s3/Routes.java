package io.dure.engines.objects.s3;

import static io.dure.engines.objects.policy.S3Action.ABORT_MULTIPART_UPLOAD;
import static io.dure.engines.objects.policy.S3Action.DELETE_BUCKET;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT;
import static io.dure.engines.objects.policy.S3Action.DELETE_OBJECT_VERSION;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_LOCATION;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_OBJECT_LOCK_CONFIGURATION;
import static io.dure.engines.objects.policy.S3Action.GET_BUCKET_VERSIONING;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_ACL;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_ATTRIBUTES;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION_ACL;
import static io.dure.engines.objects.policy.S3Action.GET_OBJECT_VERSION_ATTRIBUTES;
import static io.dure.engines.objects.policy.S3Action.LIST_ALL_MY_BUCKETS;
import static io.dure.engines.objects.policy.S3Action.LIST_BUCKET;
import static io.dure.engines.objects.policy.S3Action.LIST_BUCKET_MULTIPART_UPLOADS;
import static io.dure.engines.objects.policy.S3Action.LIST_BUCKET_VERSIONS;
import static io.dure.engines.objects.policy.S3Action.LIST_MULTIPART_UPLOAD_PARTS;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_OBJECT_LOCK_CONFIGURATION;
import static io.dure.engines.objects.policy.S3Action.PUT_BUCKET_VERSIONING;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_ACL;
import static io.dure.engines.objects.policy.S3Action.PUT_OBJECT_VERSION_ACL;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.policy.S3Action;
import java.util.Set;

/// Which operation a request means: by what it is about, its method and its subresource. All that
/// S3 offers and this server does not is named here; query parameters that S3 does not know mean
/// nothing.
final class Routes {
    /// Subresources of S3 without an operation here.
    static final Set<String> UNSUPPORTED =
            Set.of(
                    "abac",
                    "accelerate",
                    "analytics",
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
        for (var parameter : query.parameters()) {
            if (UNSUPPORTED.contains(parameter.name())) {
                throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            }
        }
        if (target.bucket().isEmpty()) {
            return service(method);
        }
        return target.key().isEmpty()
                ? bucket(method, query, headers)
                : object(method, query, headers);
    }

    private static Route service(String method) {
        return switch (method) {
            case "GET" -> new Route(LIST_ALL_MY_BUCKETS, new ListBuckets());
            default -> throw notAllowed();
        };
    }

    private static Route bucket(String method, Query query, Headers headers) {
        return switch (method) {
            case "GET" -> bucketQuestion(query);
            case "HEAD" -> new Route(LIST_BUCKET, BucketAnswers::head);
            case "PUT" -> creation(query, headers);
            case "DELETE" -> new Route(DELETE_BUCKET, new DeleteBucket());
            case "POST" -> deletion(query, headers);
            default -> throw notAllowed();
        };
    }

    private static Route bucketQuestion(Query query) {
        if (query.has("location")) {
            return new Route(GET_BUCKET_LOCATION, BucketAnswers::location);
        }
        if (query.has("versioning")) {
            return new Route(GET_BUCKET_VERSIONING, BucketVersions::versioning);
        }
        if (query.has("object-lock")) {
            return new Route(GET_BUCKET_OBJECT_LOCK_CONFIGURATION, BucketVersions::lock);
        }
        if (query.has("versions")) {
            return new Route(LIST_BUCKET_VERSIONS, new ListObjectVersions());
        }
        if (query.has("uploads")) {
            return new Route(LIST_BUCKET_MULTIPART_UPLOADS, new ListMultipartUploads());
        }
        return new Route(
                LIST_BUCKET,
                query.text("list-type").equals("2") ? new ListObjectsV2() : new ListObjects());
    }

    private static Route creation(Query query, Headers headers) {
        if (query.has("versioning")) {
            return new Route(PUT_BUCKET_VERSIONING, BucketVersions::putVersioning);
        }
        if (query.has("object-lock")) {
            return new Route(PUT_BUCKET_OBJECT_LOCK_CONFIGURATION, BucketVersions::putLock);
        }
        return new Route(ActionsByHeaders.ofBucket(headers), new CreateBucket());
    }

    private static Route deletion(Query query, Headers headers) {
        if (query.has("delete")) {
            return new Route(Set.of(), new DeleteObjects());
        }
        if (!FormUploads.isEnclosed(headers)) {
            throw new S3Exception(
                    S3Error.PRECONDITION_FAILED,
                    "Bucket POST must be of the enclosure-type multipart/form-data");
        }
        return ofForm(headers);
    }

    /// Whether a request is a form, by which it is known who sent it and what it means.
    static boolean isForm(String method, Target target, Query query, Headers headers) {
        return method.equals("POST")
                && FormUploads.isEnclosed(headers)
                && !target.bucket().isEmpty()
                && target.key().isEmpty()
                && !query.has("delete")
                && query.parameters().stream()
                        .noneMatch(parameter -> UNSUPPORTED.contains(parameter.name()));
    }

    /// @param headers that the form's fields stand for
    static Route ofForm(Headers headers) {
        return new Route(ActionsByHeaders.ofObject(headers), new PostObject());
    }

    private static Route object(String method, Query query, Headers headers) {
        if (query.has("acl")) {
            return acl(method, query);
        }
        var marks = MarkRoutes.find(method, query);
        if (marks.isPresent()) {
            return marks.get();
        }
        return switch (method) {
            case "GET" -> objectQuestion(query);
            case "HEAD" ->
                    new Route(versioned(query, GET_OBJECT, GET_OBJECT_VERSION), GetObject.head());
            case "PUT" -> upload(query, headers);
            case "POST" -> multipart(query, headers);
            case "DELETE" ->
                    query.has("uploadId")
                            ? new Route(ABORT_MULTIPART_UPLOAD, new AbortMultipartUpload())
                            : new Route(
                                    versioned(query, DELETE_OBJECT, DELETE_OBJECT_VERSION),
                                    new DeleteObject());
            default -> throw notAllowed();
        };
    }

    /// The action for a request that names a version, or for one that does not.
    private static S3Action versioned(Query query, S3Action current, S3Action named) {
        return query.has("versionId") ? named : current;
    }

    private static Route acl(String method, Query query) {
        return switch (method) {
            case "GET" ->
                    new Route(
                            versioned(query, GET_OBJECT_ACL, GET_OBJECT_VERSION_ACL),
                            new GetObjectAcl());
            case "PUT" ->
                    new Route(
                            versioned(query, PUT_OBJECT_ACL, PUT_OBJECT_VERSION_ACL),
                            new PutObjectAcl());
            default -> throw notAllowed();
        };
    }

    private static Route objectQuestion(Query query) {
        if (query.has("attributes")) {
            return new Route(
                    versioned(query, GET_OBJECT_ATTRIBUTES, GET_OBJECT_VERSION_ATTRIBUTES),
                    new GetObjectAttributes());
        }
        return query.has("uploadId")
                ? new Route(LIST_MULTIPART_UPLOAD_PARTS, new ListParts())
                : new Route(versioned(query, GET_OBJECT, GET_OBJECT_VERSION), GetObject.whole());
    }

    private static Route upload(Query query, Headers headers) {
        var copies = headers.find("x-amz-copy-source").isPresent();
        if (query.has("uploadId")) {
            return new Route(PUT_OBJECT, copies ? new UploadPartCopy() : new UploadPart());
        }
        return new Route(
                ActionsByHeaders.ofObject(headers), copies ? new CopyObject() : new PutObject());
    }

    private static Route multipart(Query query, Headers headers) {
        if (query.has("uploads")) {
            return new Route(ActionsByHeaders.ofObject(headers), new CreateMultipartUpload());
        }
        if (query.has("uploadId")) {
            return new Route(PUT_OBJECT, new CompleteMultipartUpload());
        }
        throw notAllowed();
    }

    private static S3Exception notAllowed() {
        return new S3Exception(S3Error.METHOD_NOT_ALLOWED);
    }
}
