package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A page of unfinished uploads, read in batches and folded here: they are few.
record UploadListing(UploadRepository uploads, UUID bucket, Listing listing) {
    private static final int BATCH = 1000;

    Page<Upload> page(Optional<UUID> afterUpload) {
        var items = new ArrayList<Upload>();
        var prefixes = new ArrayList<String>();
        var last = listing.after();
        var place = new Place(max(listing.after(), listing.prefix()), afterUpload);
        for (var batch = read(place); !batch.isEmpty(); batch = read(place)) {
            for (var upload : batch) {
                place = new Place(upload.key(), Optional.of(upload.id()));
                if (!upload.key().startsWith(listing.prefix())) {
                    return new Page<>(items, prefixes, false, last);
                }
                var name = name(upload.key());
                if (isSeen(name, upload.key(), prefixes, afterUpload)) {
                    continue;
                }
                if (items.size() + prefixes.size() == listing.limit()) {
                    return new Page<>(items, prefixes, listing.limit() > 0, last);
                }
                if (name.length() == upload.key().length() && !folds(upload.key())) {
                    items.add(upload);
                } else {
                    prefixes.add(name);
                }
                last = name;
            }
        }
        return new Page<>(items, prefixes, false, last);
    }

    private record Place(String key, Optional<UUID> after) {}

    private List<Upload> read(Place place) {
        return uploads.from(bucket, place.key(), place.after(), BATCH);
    }

    /// On an earlier page, or on this one as a common prefix.
    private boolean isSeen(
            String name, String key, List<String> prefixes, Optional<UUID> afterUpload) {
        var goesOn = afterUpload.isPresent() && key.equals(listing.after());
        return (!goesOn && compare(name, listing.after()) <= 0)
                || (!prefixes.isEmpty() && prefixes.getLast().equals(name));
    }

    private boolean folds(String key) {
        return !listing.delimiter().isEmpty()
                && key.indexOf(listing.delimiter(), listing.prefix().length()) >= 0;
    }

    private String name(String key) {
        return folds(key)
                ? key.substring(
                        0,
                        key.indexOf(listing.delimiter(), listing.prefix().length())
                                + listing.delimiter().length())
                : key;
    }

    private static String max(String one, String other) {
        return compare(one, other) >= 0 ? one : other;
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
