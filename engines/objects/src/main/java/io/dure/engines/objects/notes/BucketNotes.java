package io.dure.engines.objects.notes;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.OfBucket;
import io.dure.engines.objects.description.Description.OfNamespace;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/// Notes buckets after each change of how they are configured, and whose they are.
public final class BucketNotes {
    private final Bodies bodies;
    private final Metadata metadata;

    public BucketNotes(Bodies bodies, Metadata metadata) {
        this.bodies = bodies;
        this.metadata = metadata;
    }

    /// Notes a bucket as it is now; durable once it returns.
    ///
    /// @throws io.dure.engines.objects.error.S3Exception NoSuchBucket
    public void write(Namespace namespace, String bucket) {
        try (var _ = bodies.turns().configuring(namespace, bucket)) {
            writeInTurn(namespace, bucket);
        }
    }

    /// The same for whoever has the turn to configure the bucket.
    void writeInTurn(Namespace namespace, String bucket) {
        var state = metadata.state(namespace, bucket);
        write(
                namespace,
                new OfBucket(state.configured(), state.more()),
                note -> metadata.noted(namespace, bucket, state, note));
        write(namespace);
    }

    /// Notes whose a namespace is, unless that is noted.
    public void write(Namespace namespace) {
        metadata.unnoted(namespace)
                .ifPresent(text ->
                        write(
                                namespace,
                                new OfNamespace(text),
                                note -> metadata.noted(namespace, text, note)));
    }

    private void write(
            Namespace namespace,
            Description description,
            Function<StoredBody, List<StoredBody>> naming) {
        try (var notes = bodies.note(namespace, List.of(description))) {
            var place = notes.places().getFirst();
            bodies.delete(notes.commit(() -> naming.apply(place)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
