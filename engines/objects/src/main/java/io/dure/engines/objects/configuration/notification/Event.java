package io.dure.engines.objects.configuration.notification;

/// What can happen to an object, by S3's names. Amazon S3 User Guide, "Supported event types for
/// SQS, SNS, and Lambda".
public enum Event {
    CREATED_PUT("s3:ObjectCreated:Put"),
    CREATED_POST("s3:ObjectCreated:Post"),
    CREATED_COPY("s3:ObjectCreated:Copy"),
    CREATED_COMPLETE_MULTIPART_UPLOAD("s3:ObjectCreated:CompleteMultipartUpload"),
    /// An object or a version is gone.
    REMOVED_DELETE("s3:ObjectRemoved:Delete"),
    REMOVED_DELETE_MARKER_CREATED("s3:ObjectRemoved:DeleteMarkerCreated"),
    EXPIRED_DELETE("s3:LifecycleExpiration:Delete"),
    EXPIRED_DELETE_MARKER_CREATED("s3:LifecycleExpiration:DeleteMarkerCreated"),
    TAGGING_PUT("s3:ObjectTagging:Put"),
    TAGGING_DELETE("s3:ObjectTagging:Delete"),
    ACL_PUT("s3:ObjectAcl:Put");

    private final String id;

    Event(String id) {
        this.id = id;
    }

    /// As configurations name it, `s3:ObjectCreated:Put`.
    public String id() {
        return id;
    }

    /// The version of the message's form that S3 tells it in. Amazon S3 User Guide, "Event message
    /// structure".
    String messageVersion() {
        return switch (this) {
            case CREATED_PUT,
                    CREATED_POST,
                    CREATED_COPY,
                    CREATED_COMPLETE_MULTIPART_UPLOAD,
                    REMOVED_DELETE,
                    REMOVED_DELETE_MARKER_CREATED ->
                    "2.1";
            case EXPIRED_DELETE,
                    EXPIRED_DELETE_MARKER_CREATED,
                    TAGGING_PUT,
                    TAGGING_DELETE,
                    ACL_PUT ->
                    "2.3";
        };
    }
}
