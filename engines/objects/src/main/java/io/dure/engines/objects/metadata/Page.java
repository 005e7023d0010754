package io.dure.engines.objects.metadata;

import java.util.List;

/// A page of a listing.
///
/// @param truncated whether more follows
/// @param last the last key or common prefix on this page, from which the next page goes on
public record Page<T>(List<T> items, List<String> commonPrefixes, boolean truncated, String last) {
    public Page {
        items = List.copyOf(items);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
