package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.configuration.BucketLogging;
import io.dure.engines.objects.configuration.EncryptionConfiguration;
import io.dure.engines.objects.configuration.OwnershipControls;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.configuration.cors.CorsConfiguration;
import io.dure.engines.objects.configuration.lifecycle.LifecycleConfiguration;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.configuration.tagging.BucketTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.policy.S3Action;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What clients read, put and delete of a bucket as a document. One that says nothing is not kept.
enum DocumentKind {
    CORS(
            "cors",
            BucketDocument.CORS,
            S3Action.GET_BUCKET_CORS,
            S3Action.PUT_BUCKET_CORS,
            (_, document) -> Optional.of(CorsConfiguration.parse(document).write()),
            missing(S3Error.NO_SUCH_CORS_CONFIGURATION)),
    ENCRYPTION(
            "encryption",
            BucketDocument.ENCRYPTION,
            S3Action.GET_ENCRYPTION_CONFIGURATION,
            S3Action.PUT_ENCRYPTION_CONFIGURATION,
            (_, document) -> Optional.of(EncryptionConfiguration.parse(document).write()),
            DocumentKind::encryptionOfNamespace),
    LIFECYCLE(
            "lifecycle",
            BucketDocument.LIFECYCLE,
            S3Action.GET_LIFECYCLE_CONFIGURATION,
            S3Action.PUT_LIFECYCLE_CONFIGURATION,
            (_, document) -> Optional.of(LifecycleConfiguration.parse(document).write()),
            missing(S3Error.NO_SUCH_LIFECYCLE_CONFIGURATION)),
    LOGGING(
            "logging",
            BucketDocument.LOGGING,
            S3Action.GET_BUCKET_LOGGING,
            S3Action.PUT_BUCKET_LOGGING,
            DocumentKind::logging,
            _ -> XmlWriter.s3("BucketLoggingStatus")),
    NOTIFICATION(
            "notification",
            BucketDocument.NOTIFICATION,
            S3Action.GET_BUCKET_NOTIFICATION,
            S3Action.PUT_BUCKET_NOTIFICATION,
            DocumentKind::notification,
            _ -> XmlWriter.s3("NotificationConfiguration")),
    OWNERSHIP(
            "ownershipControls",
            BucketDocument.OWNERSHIP,
            S3Action.GET_BUCKET_OWNERSHIP_CONTROLS,
            S3Action.PUT_BUCKET_OWNERSHIP_CONTROLS,
            DocumentKind::ownership,
            _ -> OwnershipControls.OF_NEW_BUCKETS.write()),
    PUBLIC_ACCESS(
            "publicAccessBlock",
            BucketDocument.PUBLIC_ACCESS,
            S3Action.GET_BUCKET_PUBLIC_ACCESS_BLOCK,
            S3Action.PUT_BUCKET_PUBLIC_ACCESS_BLOCK,
            (_, document) -> Optional.of(PublicAccessBlock.parse(document).write()),
            _ -> PublicAccessBlock.OF_NEW_BUCKETS.write()),
    TAGGING(
            "tagging",
            BucketDocument.TAGGING,
            S3Action.GET_BUCKET_TAGGING,
            S3Action.PUT_BUCKET_TAGGING,
            DocumentKind::tagging,
            missing(S3Error.NO_SUCH_TAG_SET));

    /// Those that S3 takes only with a digest besides the signed one.
    private static final Set<DocumentKind> DIGESTED = Set.of(CORS, LIFECYCLE, TAGGING);

    /// Those that every bucket has until it is deleted.
    private static final Map<DocumentKind, S3Error> OF_NEW_BUCKETS =
            Map.of(
                    OWNERSHIP, S3Error.OWNERSHIP_CONTROLS_NOT_FOUND,
                    PUBLIC_ACCESS, S3Error.NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION);

    /// Those that end by an empty document.
    private static final Set<DocumentKind> UNDELETABLE = Set.of(LOGGING, NOTIFICATION);

    private final String subresource;
    private final BucketDocument stored;
    private final S3Action get;
    private final S3Action put;
    private final Form form;
    private final Absent absent;

    DocumentKind(
            String subresource,
            BucketDocument stored,
            S3Action get,
            S3Action put,
            Form form,
            Absent absent) {
        this.subresource = subresource;
        this.stored = stored;
        this.get = get;
        this.put = put;
        this.form = form;
        this.absent = absent;
    }

    /// How a document is checked, and what is kept of it.
    private interface Form {
        Optional<XmlWriter> read(Exchange exchange, byte[] document);
    }

    /// What there is to say of a bucket that was never given one.
    private interface Absent {
        XmlWriter answer(Exchange exchange);
    }

    private static Absent missing(S3Error error) {
        return _ -> {
            throw new S3Exception(error);
        };
    }

    /// The kind that a query names.
    static Optional<DocumentKind> of(Query query) {
        return Arrays.stream(values()).filter(kind -> query.has(kind.subresource)).findFirst();
    }

    /// Its name in queries.
    String subresource() {
        return subresource;
    }

    BucketDocument stored() {
        return stored;
    }

    /// What reading one needs.
    S3Action get() {
        return get;
    }

    /// What putting and deleting one needs.
    S3Action put() {
        return put;
    }

    /// The answer for a bucket of which this is kept.
    ///
    /// @throws S3Exception if it was deleted
    String kept(String text) {
        if (text.equals(Buckets.DELETED)) {
            throw new S3Exception(Objects.requireNonNull(OF_NEW_BUCKETS.get(this)));
        }
        return text;
    }

    /// The answer for a bucket that was never given one.
    ///
    /// @throws S3Exception if S3 has an error for it
    String absent(Exchange exchange) {
        return absent.answer(exchange).document();
    }

    boolean isDigested() {
        return DIGESTED.contains(this);
    }

    boolean isDeletable() {
        return !UNDELETABLE.contains(this);
    }

    /// What S3 answers a client that has put one.
    int statusOfPut() {
        return this == TAGGING ? 204 : 200;
    }

    /// What is kept of a document: nothing if it says nothing.
    ///
    /// @throws S3Exception if the bucket cannot be configured so
    Optional<XmlWriter> read(Exchange exchange, byte[] document) {
        return form.read(exchange, document);
    }

    /// What nobody configured is encrypted nevertheless, if the namespace has it so.
    private static XmlWriter encryptionOfNamespace(Exchange exchange) {
        var byDefault =
                exchange.services().bodies().encryption(exchange.namespace(), Encryption.NONE);
        if (byDefault instanceof Encryption.None) {
            throw new S3Exception(S3Error.SERVER_SIDE_ENCRYPTION_CONFIGURATION_NOT_FOUND);
        }
        return new EncryptionConfiguration(false).write();
    }

    private static Optional<XmlWriter> tagging(Exchange exchange, byte[] document) {
        var tags = BucketTags.parse(document);
        return tags.tags().isEmpty() ? Optional.empty() : Optional.of(tags.write());
    }

    private static Optional<XmlWriter> notification(Exchange exchange, byte[] document) {
        var configuration = NotificationConfiguration.parse(document);
        if (configuration.topics().isEmpty()) {
            return Optional.empty();
        }
        exchange.services()
                .notifications()
                .introduce(
                        exchange.namespace(),
                        exchange.rules().bucket().name(),
                        configuration,
                        exchange.answer().requestId());
        return Optional.of(configuration.write());
    }

    private static Optional<XmlWriter> ownership(Exchange exchange, byte[] document) {
        var controls = OwnershipControls.parse(document);
        exchange.rules().requireTaken(controls);
        return Optional.of(controls.write());
    }

    /// A log is written into its bucket whoever asks, so only who configures that bucket, too, may
    /// send one there.
    private static Optional<XmlWriter> logging(Exchange exchange, byte[] document) {
        var logging = BucketLogging.parse(document);
        logging.target().ifPresent(target -> requireTarget(exchange, target.bucket()));
        return logging.target().map(_ -> logging.write());
    }

    private static void requireTarget(Exchange exchange, String bucket) {
        if (!exchange.caller().allows(Right.BUCKETS, bucket)) {
            throw new S3Exception(S3Error.ACCESS_DENIED);
        }
        var buckets = exchange.services().metadata().buckets(exchange.namespace());
        if (buckets.stream().noneMatch(known -> known.name().equals(bucket))) {
            throw new S3Exception(S3Error.INVALID_TARGET_BUCKET_FOR_LOGGING);
        }
    }
}
