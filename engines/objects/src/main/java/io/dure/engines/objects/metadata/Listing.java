package io.dure.engines.objects.metadata;

/// A question for keys in UTF-8 binary order.
///
/// @param prefix that all keys share, or empty
/// @param delimiter after which keys fold into a common prefix, or empty for none
/// @param after keys and common prefixes up to and including this one are left out; empty for none
/// @param limit most entries, keys and common prefixes together
public record Listing(String prefix, String delimiter, String after, int limit) {}
