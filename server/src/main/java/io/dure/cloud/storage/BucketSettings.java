package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.MANAGE;
import static io.dure.cloud.storage.StorageCapabilities.READ;
import static io.dure.cloud.storage.StorageCapabilities.WRITE;

import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.configuration.BucketLogging;
import io.dure.engines.objects.configuration.EncryptionConfiguration;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.configuration.notification.TopicConfiguration;
import io.dure.engines.objects.configuration.tagging.BucketTags;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.policy.BucketPolicy;
import io.dure.engines.objects.xml.XmlWriter;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.tenancy.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What buckets are configured by, as people set it by pages: the same documents that S3 clients
/// put. What a client put meanwhile is never overwritten unseen.
///
/// Whoever manages the storage lets others no further into a bucket than they come themselves: what
/// may disclose objects they must be allowed to read, what may end or change them to write.
@Service
public class BucketSettings {
    private final BucketRepository repository;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    BucketSettings(
            BucketRepository repository,
            Notifications notifications,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.notifications = notifications;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
    }

    /// @param configured as it is kept
    /// @param rules the same, read
    public record Settings(ConfiguredBucket configured, BucketRules rules) {
        /// What ends by itself; empty if it says more than a small form can.
        public Optional<SimpleLifecycle> lifecycle() {
            return rules.lifecycle()
                    .map(SimpleLifecycle::of)
                    .orElse(Optional.of(SimpleLifecycle.NOTHING));
        }

        public List<Tag> tags() {
            return configured
                    .document(BucketDocument.TAGGING)
                    .map(text -> BucketTags.parse(text.getBytes(StandardCharsets.UTF_8)).tags())
                    .orElse(List.of());
        }

        /// For If-Match: changes whenever any of it does, whoever changes it.
        public long version() {
            return Fingerprint.of(configured);
        }
    }

    @Transactional(readOnly = true)
    public Settings read(Caller caller, String bucket) {
        StorageCapabilities.requireSight(caller);
        return StorageProblems.translate(() -> find(caller, bucket));
    }

    private Settings find(Caller caller, String bucket) {
        var configured = repository.configured(bucket);
        return new Settings(configured, BucketRules.of(namespace(caller), configured));
    }

    private static Namespace namespace(Caller caller) {
        return new Namespace(caller.tenant().value());
    }

    /// A change of what there is.
    private interface Change {
        void make(Settings before);
    }

    /// @param version the caller saw
    /// @param act that the audit trail calls it
    private Settings change(Caller caller, String bucket, long version, String act, Change change) {
        caller.require(MANAGE);
        return StorageProblems.translate(() ->
                Objects.requireNonNull(
                        transaction.<Settings>execute(_ -> {
                            repository.lock(bucket);
                            var before = find(caller, bucket);
                            if (before.version() != version) {
                                throw new StaleVersionException("bucket");
                            }
                            change.make(before);
                            audit.record(caller, act, "bucket:" + bucket, Map.of("name", bucket));
                            events.publishEvent(new BucketChanged(caller.tenant(), bucket));
                            return find(caller, bucket);
                        })));
    }

    private void put(String bucket, BucketDocument kind, Optional<XmlWriter> document) {
        document.ifPresentOrElse(
                xml -> repository.putDocument(bucket, kind, xml.document()),
                () -> repository.deleteDocument(bucket, kind));
    }

    /// Refuses what the engine does not take, in its words.
    private static <T> T valid(String field, String code, Supplier<T> made) {
        try {
            return made.get();
        } catch (S3Exception e) {
            throw new InvalidInputException(field, code, e.message());
        }
    }

    /// Has the bucket keep what is overwritten and deleted from now on, or not any more; what it
    /// kept stays.
    public Settings setVersioning(
            Caller caller, String bucket, long version, Versioning versioning) {
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-versioning-set",
                before -> {
                    if (versioning == Versioning.NEVER) {
                        throw new InvalidInputException(
                                "versioning",
                                "out-of-range",
                                "Versioning is ENABLED or SUSPENDED.");
                    }
                    if (before.rules().bucket().objectLock() && versioning != Versioning.ENABLED) {
                        throw new ConflictException(
                                "bucket-locks",
                                "A bucket whose versions can be locked keeps them.");
                    }
                    repository.setVersioning(bucket, versioning);
                });
    }

    /// Has things end by themselves, for which one must be allowed to delete them.
    ///
    /// @param replacing rules that say more than this: else they are not touched
    public Settings setLifecycle(
            Caller caller,
            String bucket,
            long version,
            SimpleLifecycle lifecycle,
            Replacing replacing) {
        caller.require(WRITE);
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-lifecycle-set",
                before -> {
                    if (before.lifecycle().isEmpty() && replacing == Replacing.SIMPLE_ONLY) {
                        throw new ConflictException(
                                "lifecycle-of-programs",
                                "The bucket has rules that a program set, which say more than these.");
                    }
                    requireDays("expireDays", lifecycle.expireDays());
                    requireDays("noncurrentDays", lifecycle.noncurrentDays());
                    requireDays("abortDays", lifecycle.abortDays());
                    put(
                            bucket,
                            BucketDocument.LIFECYCLE,
                            lifecycle.configuration().map(rules -> rules.write()));
                });
    }

    /// Whether rules may go that a form cannot show.
    public enum Replacing {
        SIMPLE_ONLY,
        EVERYTHING
    }

    /// A hundred years.
    private static final int MOST_DAYS = 36_500;

    private static void requireDays(String field, Optional<Integer> days) {
        if (days.filter(number -> number < 1 || number > MOST_DAYS).isPresent()) {
            throw new InvalidInputException(field, "out-of-range", "Days are 1 to 36500.");
        }
    }

    /// Shuts strangers out whatever a policy or a list of rights says; or lets those say it, for
    /// which one must be allowed what they may allow.
    public Settings setPublicAccess(
            Caller caller, String bucket, long version, PublicAccessBlock block) {
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-public-access-set",
                before -> {
                    if (block.opens(before.rules().block())) {
                        requireContent(caller);
                    }
                    put(bucket, BucketDocument.PUBLIC_ACCESS, Optional.of(block.write()));
                });
    }

    private static void requireContent(Caller caller) {
        caller.require(READ);
        caller.require(WRITE);
    }

    /// Has requests written down in a bucket, or nowhere. They tell the keys of objects.
    ///
    /// @param target in the same organisation
    public Settings setLogging(
            Caller caller, String bucket, long version, Optional<String> target, String prefix) {
        caller.require(READ);
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-logging-set",
                _ -> {
                    if (target.filter(name -> repository.find(name).isEmpty()).isPresent()) {
                        throw new InvalidInputException(
                                "bucket", "unknown-bucket", "There is no such bucket.");
                    }
                    var to =
                            target.map(name ->
                                    valid(
                                            "prefix",
                                            "too-long",
                                            () -> new BucketLogging.Target(name, prefix)));
                    put(
                            bucket,
                            BucketDocument.LOGGING,
                            to.map(given -> new BucketLogging(Optional.of(given)).write()));
                });
    }

    /// Whether answers say that objects are encrypted which nobody asked to be.
    public Settings setEncryption(Caller caller, String bucket, long version, Encryption said) {
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-encryption-set",
                _ ->
                        put(
                                bucket,
                                BucketDocument.ENCRYPTION,
                                switch (said) {
                                    case SAID ->
                                            Optional.of(new EncryptionConfiguration(false).write());
                                    case UNSAID -> Optional.empty();
                                }));
    }

    public enum Encryption {
        SAID,
        UNSAID
    }

    public Settings setTags(Caller caller, String bucket, long version, Supplier<List<Tag>> tags) {
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-tags-set",
                _ -> {
                    var given = valid("tags", "bucket-tags", () -> new BucketTags(tags.get()));
                    put(
                            bucket,
                            BucketDocument.TAGGING,
                            given.tags().isEmpty() ? Optional.empty() : Optional.of(given.write()));
                });
    }

    /// Gives the bucket a policy, or takes it away, for which one must be allowed what it may
    /// allow.
    ///
    /// @throws InvalidInputException with the line where it is wrong
    public Settings setPolicy(Caller caller, String bucket, long version, Optional<String> policy) {
        requireContent(caller);
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-policy-set",
                before -> {
                    if (policy.isEmpty()) {
                        repository.deleteDocument(bucket, BucketDocument.POLICY);
                        return;
                    }
                    requireTaken(caller, before, policy.get());
                    repository.putDocument(bucket, BucketDocument.POLICY, policy.get());
                });
    }

    private static void requireTaken(Caller caller, Settings before, String text) {
        var bucket = before.rules().bucket().name();
        try {
            before.rules().requireTaken(BucketPolicy.parse(text, bucket, namespace(caller)));
        } catch (S3Exception e) {
            if (e.error() == S3Error.ACCESS_DENIED) {
                throw new InvalidInputException(
                        "policy",
                        "policy-public",
                        "It lets everybody in, and the bucket shuts strangers out.");
            }
            var fault = PolicyFaults.find(text, bucket, namespace(caller), e);
            var input = new Input();
            input.reject("policy", fault.code(), fault.sentence(), fault.line());
            input.check();
        }
    }

    /// Has webhooks told of what happens to objects, and thereby their keys; each of them gets a
    /// test message.
    public Settings setNotifications(
            Caller caller, String bucket, long version, Supplier<List<TopicConfiguration>> rules) {
        caller.require(READ);
        return change(
                caller,
                bucket,
                version,
                "storage.bucket-notifications-set",
                before -> {
                    var given =
                            valid(
                                    "rules",
                                    "bucket-notifications",
                                    () -> new NotificationConfiguration(rules.get()));
                    valid(
                            "rules",
                            "unknown-webhook",
                            () -> {
                                introduce(caller, bucket, before, given);
                                return true;
                            });
                    put(
                            bucket,
                            BucketDocument.NOTIFICATION,
                            given.topics().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(given.write()));
                });
    }

    /// Those that were told before need no test message.
    private void introduce(
            Caller caller, String bucket, Settings before, NotificationConfiguration given) {
        var known =
                before.rules()
                        .notification()
                        .map(NotificationConfiguration::topics)
                        .orElse(List.of());
        var added = given.topics().stream().filter(topic -> !known.contains(topic)).toList();
        notifications.introduce(
                namespace(caller), bucket, new NotificationConfiguration(added), "");
    }
}
