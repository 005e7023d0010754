package io.dure.engines.objects.log;

import io.dure.engines.objects.configuration.BucketLogging;
import io.dure.engines.objects.metadata.Namespace;

/// A bucket whose requests are written down.
///
/// @param target where to
public record LoggedBucket(Namespace owner, String bucket, BucketLogging.Target target) {}
