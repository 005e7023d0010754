package io.dure.engines.objects.lifecycle;

import static io.dure.engines.objects.configuration.notification.Event.EXPIRED_DELETE;
import static io.dure.engines.objects.configuration.notification.Event.EXPIRED_DELETE_MARKER_CREATED;

import io.dure.engines.objects.configuration.lifecycle.LifecycleConfiguration;
import io.dure.engines.objects.configuration.lifecycle.VersionState;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Audience;
import io.dure.engines.objects.events.Happening;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.Expiry;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One run through a bucket: first the uploads, of which there are few, then the versions.
final class BucketRun {
    /// What one run tries at most. A bucket in which more is due has its turn again.
    private static final int MOST = 10_000;

    /// What one run looks at, so that other buckets have their turns, too.
    private static final int MOST_READ = 1_000_000;

    /// In one transaction, for as long as which the namespace's writers wait.
    private static final int AT_A_TIME = 100;

    private final Lifecycle.Services services;
    private final Audience audience;
    private final Namespace namespace;
    private final String bucket;
    private final LifecycleConfiguration rules;
    private final List<Expiry> due = new ArrayList<>();
    private int read;
    private int tried;
    private int ended;

    BucketRun(Lifecycle.Services services, Audience audience, LifecycleConfiguration rules) {
        this.services = services;
        this.audience = audience;
        this.namespace = audience.namespace();
        this.bucket = audience.bucket();
        this.rules = rules;
    }

    Lifecycle.Run run(String after) {
        abortUploads();
        var on = isEnough() ? Optional.of(after) : endVersions(after);
        return new Lifecycle.Run(ended, on);
    }

    private boolean isEnough() {
        return tried >= MOST || read >= MOST_READ || Thread.currentThread().isInterrupted();
    }

    private void abortUploads() {
        var walk = new UploadWalk(services, namespace, bucket);
        for (var next = walk.next(); next.isPresent() && !isEnough(); next = walk.next()) {
            var upload = next.get();
            rules.abort(upload.key(), upload.initiatedAt())
                    .filter(due -> due.isDue(services.clock().instant()))
                    .ifPresent(_ -> abort(upload));
        }
    }

    private void abort(Upload upload) {
        tried++;
        try {
            services.bodies()
                    .delete(
                            services.metadata()
                                    .abort(namespace, bucket, upload.key(), upload.id()));
            ended++;
        } catch (S3Exception e) {
            if (e.error() != S3Error.NO_SUCH_UPLOAD) {
                throw e;
            }
            // It was completed meanwhile, or aborted.
        }
    }

    /// @return the key after which the next run goes on
    private Optional<String> endVersions(String after) {
        var walk = new VersionWalk(services, namespace, bucket, after);
        var newer = 0;
        for (var next = walk.next(); next.isPresent(); next = walk.next()) {
            var version = next.get();
            read++;
            newer = version.isLatest() ? 0 : newer;
            consider(version, newer, walk.isLastOfKey(version));
            newer += version.isLatest() ? 0 : 1;
            // Within a key there is no place to go on from.
            if (walk.isLastOfKey(version) && isEnough()) {
                end();
                return walk.hasMore() ? Optional.of(version.key()) : Optional.empty();
            }
        }
        end();
        return Optional.empty();
    }

    private void consider(ListedVersion version, int newer, boolean isLastOfKey) {
        state(version, newer, isLastOfKey)
                .flatMap(state -> rules.due(state, services.clock().instant()))
                .ifPresent(_ -> due.add(expiry(version)));
        if (due.size() >= AT_A_TIME) {
            end();
        }
    }

    private static Optional<VersionState> state(
            ListedVersion version, int newer, boolean isLastOfKey) {
        if (version.noncurrentSince().isPresent()) {
            return Optional.of(
                    new VersionState.Noncurrent(
                            version.key(),
                            version.size(),
                            version.tags(),
                            version.noncurrentSince().get(),
                            newer));
        }
        if (!version.isMarker()) {
            return Optional.of(
                    new VersionState.Current(
                            version.key(), version.size(), version.tags(), version.lastModified()));
        }
        return isLastOfKey
                ? Optional.of(new VersionState.LoneMarker(version.key(), version.lastModified()))
                : Optional.empty();
    }

    private static Expiry expiry(ListedVersion version) {
        var state =
                version.noncurrentSince().isPresent()
                        ? Expiry.State.NONCURRENT
                        : version.isMarker() ? Expiry.State.LONE_MARKER : Expiry.State.CURRENT;
        return new Expiry(
                state,
                version.key(),
                version.version(),
                version.noncurrentSince().orElse(version.lastModified()));
    }

    private void end() {
        if (due.isEmpty()) {
            return;
        }
        tried += due.size();
        var now = services.clock().instant();
        var outcomes =
                services.notifications()
                        .telling(
                                audience,
                                Set.of(EXPIRED_DELETE, EXPIRED_DELETE_MARKER_CREATED),
                                due.stream().map(Expiry::key).toList(),
                                metadata -> metadata.expire(namespace, bucket, due, now),
                                this::happened);
        for (var outcome : outcomes) {
            if (outcome instanceof Deleted deleted) {
                services.bodies().delete(deleted.unreferenced());
                ended++;
            }
        }
        due.clear();
    }

    private List<Happening> happened(List<DeletionOutcome> outcomes) {
        var happened = new ArrayList<Happening>();
        for (var at = 0; at < outcomes.size(); at++) {
            if (outcomes.get(at) instanceof Deleted deleted) {
                var expiry = due.get(at);
                var event =
                        deleted.isMarker() && expiry.state() == Expiry.State.CURRENT
                                ? EXPIRED_DELETE_MARKER_CREATED
                                : EXPIRED_DELETE;
                happened.add(Happening.removed(event, expiry.key(), deleted.version()));
            }
        }
        return happened;
    }
}
