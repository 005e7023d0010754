package io.dure.engines.objects.access;

import io.dure.engines.objects.metadata.Namespace;

/// A namespace that a host's name names.
///
/// @param suspended whether it is shut: every request answers 403
public record HostedNamespace(Namespace namespace, boolean suspended) {}
