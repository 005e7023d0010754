package io.dure.engines.objects.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Function;

/// A listing read the plain way, entry by entry: what every cleverer way must agree with.
final class Folding {
    private Folding() {}

    /// @param sorted by key
    static <T> Page<T> page(Collection<T> sorted, Function<T, String> key, Listing listing) {
        var items = new ArrayList<T>();
        var prefixes = new ArrayList<String>();
        var last = "";
        for (var item : sorted) {
            var name = entry(key.apply(item), listing);
            if (name.isEmpty()
                    || (name.equals(last)
                            && !prefixes.isEmpty()
                            && prefixes.getLast().equals(name))) {
                continue;
            }
            if (items.size() + prefixes.size() == listing.limit()) {
                return new Page<>(items, prefixes, listing.limit() > 0, last);
            }
            last = name;
            if (name.equals(key.apply(item)) && !folds(name, listing)) {
                items.add(item);
            } else {
                prefixes.add(name);
            }
        }
        return new Page<>(items, prefixes, false, last);
    }

    private static boolean folds(String name, Listing listing) {
        return !listing.delimiter().isEmpty()
                && name.indexOf(listing.delimiter(), listing.prefix().length()) >= 0;
    }

    /// The key, or the common prefix that stands for it; empty if it is not on the page.
    private static String entry(String key, Listing listing) {
        if (!key.startsWith(listing.prefix())) {
            return "";
        }
        var end =
                listing.delimiter().isEmpty()
                        ? -1
                        : key.indexOf(listing.delimiter(), listing.prefix().length());
        var name = end < 0 ? key : key.substring(0, end + listing.delimiter().length());
        return MetadataContract.BINARY.compare(name, listing.after()) > 0 ? name : "";
    }
}
