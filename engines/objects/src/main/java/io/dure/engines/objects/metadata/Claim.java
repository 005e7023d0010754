package io.dure.engines.objects.metadata;

import io.dure.engines.objects.description.Description;
import java.util.UUID;

/// A body that says whose it is; whether that is so, the metadata know.
public record Claim(Namespace namespace, UUID body, Description description) {}
