package io.dure.engines.objects.lifecycle;

import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.VersionId;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// A bucket's versions in order, no more than two pages of them in memory. A page is read before
/// the last version of the one before it is given out: so that one may be deleted although the page
/// begins after it, and it is known whether it is the last of its key.
final class VersionWalk {
    private final Lifecycle.Services services;
    private final Namespace namespace;
    private final String bucket;
    private final Queue<ListedVersion> read = new ArrayDeque<>();
    private String after;
    private Optional<VersionId> afterVersion = Optional.empty();
    private boolean ended;

    VersionWalk(Lifecycle.Services services, Namespace namespace, String bucket, String after) {
        this.services = services;
        this.namespace = namespace;
        this.bucket = bucket;
        this.after = after;
    }

    Optional<ListedVersion> next() {
        while (read.size() < 2 && !ended) {
            readPage();
        }
        return Optional.ofNullable(read.poll());
    }

    /// Whether there is more after what was given out.
    boolean hasMore() {
        return !read.isEmpty();
    }

    /// @param given that was given out just now
    boolean isLastOfKey(ListedVersion given) {
        var next = read.peek();
        return next == null || !next.key().equals(given.key());
    }

    private void readPage() {
        var page =
                services.metadata()
                        .versions(
                                namespace,
                                bucket,
                                new Listing("", "", after, Pages.SIZE),
                                afterVersion);
        read.addAll(page.items());
        ended = !page.truncated() || page.items().isEmpty();
        if (!ended) {
            after = page.last();
            afterVersion = Optional.of(page.items().getLast().version());
            Pages.rest(services.rest());
        }
    }
}
