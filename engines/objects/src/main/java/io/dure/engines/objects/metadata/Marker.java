package io.dure.engines.objects.metadata;

/// What a delete marker is to be, should one come to stand above an object.
///
/// @param version that it is to have
/// @param note that says so in the store
public record Marker(VersionId version, StoredBody note) {}
