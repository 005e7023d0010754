package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.BodyStore.Judge;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.format.SliceHead;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.client.Listed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/// Shows the bodies of a bucket to a judge, a page of the listing at a time, and aborts what was
/// begun and left. Each costs a request, so those that were shown before come up again once a week
/// only: one of them is nobody's if its removal was lost.
final class RemoteSweep {
    /// The service's clock may be off, and an upload takes its time: longer than any request of a
    /// client lasts, whichever process serves it.
    private static final Duration GRACE = Duration.ofHours(23);

    private static final Duration EVERYTHING_EVERY = Duration.ofDays(7);

    /// The note with two times: when everything was shown, and up to when the last sweep judged.
    private static final String SWEPT = "swept";

    private final RemoteStore store;
    private final BucketClient bucket;
    private final Judge judge;
    private final Instant before;

    RemoteSweep(RemoteStore store, BucketClient bucket, Judge judge) {
        this.store = store;
        this.bucket = bucket;
        this.judge = judge;
        this.before = judge.before().minus(GRACE);
    }

    /// @return how many bodies were removed
    int run() throws IOException {
        var swept = Swept.parse(store.note(SWEPT).orElse(""));
        var everything = !swept.everything().plus(EVERYTHING_EVERY).isAfter(before);
        var after = everything ? Instant.MIN : swept.before();
        var removed = abortUnfinished();
        for (var kind : List.of(RemoteKeys.SLICES, RemoteKeys.FILES)) {
            removed += sweep(kind, after);
        }
        if (!Thread.currentThread().isInterrupted()) {
            store.note(SWEPT, (everything ? before : swept.everything()) + " " + before);
        }
        return removed;
    }

    private record Swept(Instant everything, Instant before) {
        static Swept parse(String note) {
            var times = note.split(" ", -1);
            try {
                return new Swept(Instant.parse(times[0]), Instant.parse(times[times.length - 1]));
            } catch (DateTimeParseException e) {
                return new Swept(Instant.EPOCH, Instant.EPOCH);
            }
        }
    }

    private int abortUnfinished() throws IOException {
        var aborted = 0;
        for (var upload : bucket.unfinished(RemoteKeys.FILES)) {
            var place = RemoteKeys.place(upload.key());
            if (place.isPresent()
                    && !judge.isUsed(place.get())
                    && !upload.begun().isAfter(before)) {
                bucket.abort(upload.key(), upload.uploadId());
                aborted++;
            }
        }
        return aborted;
    }

    private int sweep(String prefix, Instant after) throws IOException {
        var removed = 0;
        var page = bucket.list(prefix, "");
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (var object : page) {
                show(object, after);
            }
            removed += judge.settle();
            page = bucket.list(prefix, page.getLast().key());
        }
        return removed;
    }

    private void show(Listed object, Instant after) throws IOException {
        var place = RemoteKeys.place(object.key());
        if (place.isEmpty()
                || object.modified().isAfter(before)
                || !object.modified().isAfter(after)
                || judge.isUsed(place.get())) {
            return;
        }
        try {
            var stored = store.openHead(place.get());
            if (stored.isPresent()) {
                show(place.get(), stored.get());
            }
        } catch (CorruptBodyException e) {
            // Rotten: it may be somebody's, and the scrub tells whose.
        }
    }

    private void show(UUID place, StoredBytes stored) throws IOException {
        try (stored) {
            if (SliceId.isSlice(place)) {
                var head = SliceHead.read(stored);
                judge.described(head.header().at(place), head.description());
            } else {
                var trailer = FileTrailer.read(stored);
                judge.described(trailer.header().at(place), trailer.description());
            }
        }
    }
}
