package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.Query;
import java.util.Map;
import java.util.Optional;

/// What access logs call a request: `REST.GET.OBJECT`. Amazon S3 User Guide, "Amazon S3 server
/// access log format".
final class LoggedOperation {
    private static final Map<String, String> OF_BUCKETS =
            Map.ofEntries(
                    Map.entry("accelerate", "ACCELERATE"),
                    Map.entry("acl", "ACL"),
                    Map.entry("cors", "CORS"),
                    Map.entry("delete", "MULTI_OBJECT_DELETE"),
                    Map.entry("encryption", "ENCRYPTION"),
                    Map.entry("lifecycle", "LIFECYCLE"),
                    Map.entry("location", "LOCATION"),
                    Map.entry("logging", "LOGGING_STATUS"),
                    Map.entry("notification", "NOTIFICATION"),
                    Map.entry("object-lock", "OBJECT_LOCK_CONFIGURATION"),
                    Map.entry("ownershipControls", "OWNERSHIP_CONTROLS"),
                    Map.entry("policy", "BUCKETPOLICY"),
                    Map.entry("policyStatus", "POLICY_STATUS"),
                    Map.entry("publicAccessBlock", "PUBLIC_ACCESS_BLOCK"),
                    Map.entry("requestPayment", "REQUEST_PAYMENT"),
                    Map.entry("tagging", "TAGGING"),
                    Map.entry("uploads", "UPLOADS"),
                    Map.entry("versioning", "VERSIONING"),
                    Map.entry("versions", "BUCKETVERSIONS"));

    private static final Map<String, String> OF_OBJECTS =
            Map.of(
                    "acl", "ACL",
                    "attributes", "OBJECT_ATTRIBUTES",
                    "legal-hold", "OBJECT_LOCK_LEGALHOLD",
                    "retention", "OBJECT_LOCK_RETENTION",
                    "tagging", "OBJECT_TAGGING",
                    "uploads", "UPLOADS");

    private LoggedOperation() {}

    /// @param method of HTTP
    static String of(String method, Incoming incoming, Query query) {
        var copies = incoming.headers().find("x-amz-copy-source").isPresent();
        return "REST."
                + (copies ? "COPY" : method)
                + "."
                + (incoming.target().key().isEmpty()
                        ? named(OF_BUCKETS, query).orElse("BUCKET")
                        : object(method, query));
    }

    private static String object(String method, Query query) {
        // A part number without an upload selects a part of an object.
        if (query.has("uploadId")) {
            return method.equals("PUT") ? "PART" : "UPLOAD";
        }
        return named(OF_OBJECTS, query).orElse("OBJECT");
    }

    private static Optional<String> named(Map<String, String> names, Query query) {
        return query.parameters().stream()
                .map(parameter -> names.get(parameter.name()))
                .filter(name -> name != null)
                .findFirst();
    }
}
