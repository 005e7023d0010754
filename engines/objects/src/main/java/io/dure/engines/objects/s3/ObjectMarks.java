package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Marks.Change;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Written;
import io.dure.engines.objects.policy.S3Action;
import java.io.IOException;

/// What clients read and change of an object without another version of it: tags, retention, legal
/// hold.
final class ObjectMarks {
    private static final String BYPASS = "x-amz-bypass-governance-retention";

    private ObjectMarks() {}

    /// GetObjectTagging.
    static void tags(Exchange exchange) throws IOException {
        exchange.answer().xml(200, Versions.find(exchange).marks().tags().write());
    }

    /// PutObjectTagging.
    static void putTags(Exchange exchange) throws IOException {
        var tags = ObjectTags.parse(exchange.bytes());
        exchange.permissions()
                .require(
                        Access.of(
                                exchange.query().has("versionId")
                                        ? S3Action.PUT_OBJECT_VERSION_TAGGING
                                        : S3Action.PUT_OBJECT_TAGGING,
                                exchange.target(),
                                exchange.query()),
                        tags);
        mark(exchange, Event.TAGGING_PUT, new Change.Tags(tags));
        exchange.answer().empty(200);
    }

    /// DeleteObjectTagging.
    static void deleteTags(Exchange exchange) throws IOException {
        mark(exchange, Event.TAGGING_DELETE, new Change.Tags(ObjectTags.NONE));
        exchange.answer().empty(204);
    }

    /// GetObjectRetention.
    static void retention(Exchange exchange) throws IOException {
        requireLockable(exchange);
        var retention =
                Versions.find(exchange)
                        .marks()
                        .retention()
                        .orElseThrow(
                                () -> new S3Exception(S3Error.NO_SUCH_OBJECT_LOCK_CONFIGURATION));
        exchange.answer().xml(200, retention.write());
    }

    /// PutObjectRetention.
    static void putRetention(Exchange exchange) throws IOException {
        var now = exchange.services().clock().instant();
        mark(exchange, new Change.Retain(Retention.parse(exchange.bytes(), now)));
        exchange.answer().empty(200);
    }

    /// GetObjectLegalHold.
    static void hold(Exchange exchange) throws IOException {
        requireLockable(exchange);
        var hold =
                Versions.find(exchange)
                        .marks()
                        .legalHold()
                        .orElseThrow(
                                () -> new S3Exception(S3Error.NO_SUCH_OBJECT_LOCK_CONFIGURATION));
        exchange.answer().xml(200, hold.write());
    }

    /// PutObjectLegalHold.
    static void putHold(Exchange exchange) throws IOException {
        mark(exchange, new Change.Hold(LegalHold.parse(exchange.bytes())));
        exchange.answer().empty(200);
    }

    private static void requireLockable(Exchange exchange) {
        if (!exchange.rules().bucket().objectLock()) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST, "Bucket is missing Object Lock Configuration");
        }
    }

    /// Changes it, and tells webhooks.
    static void mark(Exchange exchange, Event event, Change change) {
        write(
                exchange,
                Telling.marking(exchange, event, metadata -> marked(exchange, metadata, change)));
    }

    /// Changes what no webhook is told of.
    private static void mark(Exchange exchange, Change change) {
        write(exchange, marked(exchange, exchange.services().metadata(), change));
    }

    private static Written marked(Exchange exchange, Metadata metadata, Change change) {
        return metadata.mark(
                exchange.namespace(),
                exchange.bucket(),
                exchange.objectKey(),
                Versions.named(exchange),
                change,
                bypassesGovernance(exchange),
                exchange.services().clock().instant());
    }

    private static void write(Exchange exchange, Written marked) {
        exchange.services().bodies().delete(marked.unreferenced());
        Versions.write(marked.versioning(), marked.version(), exchange.answer());
    }

    /// Whether the request goes against a retention in governance mode.
    ///
    /// @throws S3Exception AccessDenied if it says that it will and may not
    static boolean bypassesGovernance(Exchange exchange) {
        var asked = asksToBypassGovernance(exchange);
        if (asked) {
            requireLocks(exchange);
            exchange.permissions()
                    .require(
                            Access.of(
                                    S3Action.BYPASS_GOVERNANCE_RETENTION,
                                    exchange.target(),
                                    exchange.query()));
        }
        return asked;
    }

    private static void requireLocks(Exchange exchange) {
        if (!exchange.rules().bucket().objectLock()) {
            throw new S3Exception(
                            S3Error.INVALID_ARGUMENT,
                            BYPASS + " is only applicable to Object Lock enabled buckets.")
                    .with("ArgumentName", BYPASS)
                    .with("ArgumentValue", "true");
        }
    }

    static boolean asksToBypassGovernance(Exchange exchange) {
        return exchange.headers().text(BYPASS).equalsIgnoreCase("true");
    }
}
