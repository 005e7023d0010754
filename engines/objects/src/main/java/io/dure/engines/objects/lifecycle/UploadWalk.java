package io.dure.engines.objects.lifecycle;

import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Upload;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/// A bucket's unfinished uploads in order, a page of them in memory.
final class UploadWalk {
    private final Lifecycle.Services services;
    private final Namespace namespace;
    private final String bucket;
    private final Queue<Upload> read = new ArrayDeque<>();
    private String after = "";
    private Optional<UUID> afterUpload = Optional.empty();
    private boolean ended;

    UploadWalk(Lifecycle.Services services, Namespace namespace, String bucket) {
        this.services = services;
        this.namespace = namespace;
        this.bucket = bucket;
    }

    Optional<Upload> next() {
        while (read.isEmpty() && !ended) {
            readPage();
        }
        return Optional.ofNullable(read.poll());
    }

    private void readPage() {
        var page =
                services.metadata()
                        .uploads(
                                namespace,
                                bucket,
                                new Listing("", "", after, Pages.SIZE),
                                afterUpload);
        read.addAll(page.items());
        ended = !page.truncated() || page.items().isEmpty();
        if (!ended) {
            after = page.last();
            afterUpload = Optional.of(page.items().getLast().id());
            Pages.rest(services.rest());
        }
    }
}
