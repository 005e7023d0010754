package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.BodyStore.Surveyor;
import io.dure.engines.objects.bodies.Survey.Reason;
import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.format.SliceHead;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.client.BucketClient;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/// Shows what the bodies in a bucket say of themselves, at a request for each.
record RemoteSurvey(RemoteStore store, BucketClient bucket, Surveyor surveyor) {
    void run() throws IOException {
        for (var kind : List.of(RemoteKeys.SLICES, RemoteKeys.FILES)) {
            var page = bucket.list(kind, "");
            while (!page.isEmpty()) {
                for (var object : page) {
                    var place = RemoteKeys.place(object.key());
                    if (place.isPresent()) {
                        read(place.get(), object.key());
                    }
                }
                page = bucket.list(kind, page.getLast().key());
            }
        }
    }

    private void read(UUID place, String key) throws IOException {
        try {
            var stored = store.openHead(place);
            if (stored.isPresent()) {
                read(place, stored.get(), key);
            }
        } catch (CorruptBodyException e) {
            surveyor.untold(key, Reason.DAMAGED);
        }
    }

    private void read(UUID place, StoredBytes stored, String key) throws IOException {
        try (stored) {
            if (SliceId.isSlice(place)) {
                var head = SliceHead.read(stored);
                show(place, head.header(), head.description(), key);
            } else {
                var trailer = FileTrailer.read(stored);
                show(place, trailer.header(), trailer.description(), key);
            }
        }
    }

    private void show(UUID place, BodyHeader header, byte[] description, String key)
            throws IOException {
        if (header.place().equals(place)) {
            surveyor.described(header, description, key);
        } else {
            surveyor.untold(key, Reason.DAMAGED);
        }
    }
}
