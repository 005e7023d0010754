package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.BodyStore.Findings;
import io.dure.engines.objects.bodies.BodyStore.ScrubPart;
import io.dure.engines.objects.bodies.format.BodyCheck;
import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.format.SliceHead;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.client.Listed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// The bodies whose keys begin alike, which the scrub reads at a time.
record RemotePart(RemoteStore store, BucketClient bucket, String name) implements ScrubPart {
    /// By the first two digits of their names.
    private static final int PARTS = 256;

    static List<ScrubPart> all(RemoteStore store, BucketClient bucket) {
        var parts = new ArrayList<ScrubPart>();
        for (var kind : List.of(RemoteKeys.FILES, RemoteKeys.SLICES)) {
            for (var number = 0; number < PARTS; number++) {
                parts.add(
                        new RemotePart(
                                store, bucket, kind + HexFormat.of().toHexDigits((byte) number)));
            }
        }
        return parts;
    }

    @Override
    public long bytes() throws IOException {
        var bytes = 0L;
        var page = bucket.list(name, "");
        while (!page.isEmpty()) {
            bytes += page.stream().mapToLong(Listed::size).sum();
            page = bucket.list(name, page.getLast().key());
        }
        return bytes;
    }

    @Override
    public void check(Findings findings) throws IOException, InterruptedException {
        var page = bucket.list(name, "");
        while (!page.isEmpty()) {
            for (var object : page) {
                var place = RemoteKeys.place(object.key());
                if (place.isPresent()) {
                    check(place.get(), findings);
                    findings.read(object.size());
                }
            }
            page = bucket.list(name, page.getLast().key());
        }
    }

    private void check(UUID place, Findings findings) throws IOException {
        try {
            var stored = store.open(place);
            if (stored.isPresent()) {
                check(place, stored.get(), findings);
            }
        } catch (CorruptBodyException e) {
            findings.unreadable(place, String.valueOf(e.getMessage()));
        }
    }

    private static void check(UUID place, StoredBytes stored, Findings findings)
            throws IOException {
        try (stored) {
            if (SliceId.isSlice(place)) {
                var head = SliceHead.read(stored);
                requireSame(place, head.header());
                check(
                        stored,
                        head.bytes(),
                        head.header(),
                        head.description(),
                        head.sums(),
                        findings);
            } else {
                var trailer = FileTrailer.read(stored);
                requireSame(place, trailer.header());
                check(stored, 0, trailer.header(), trailer.description(), trailer.sums(), findings);
            }
        }
    }

    private static void requireSame(UUID place, BodyHeader header) throws CorruptBodyException {
        if (!header.place().equals(place)) {
            throw new CorruptBodyException("it is another's");
        }
    }

    private static void check(
            StoredBytes stored,
            long start,
            BodyHeader header,
            byte[] description,
            int[] sums,
            Findings findings)
            throws IOException {
        try {
            BodyCheck.require(stored, start, header, sums);
        } catch (CorruptBodyException e) {
            findings.rotten(header, description, e);
        }
    }
}
