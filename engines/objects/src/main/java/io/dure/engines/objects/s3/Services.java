package io.dure.engines.objects.s3;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.metadata.Metadata;
import java.time.InstantSource;

/// What operations work with.
///
/// @param buckets by which all changes of buckets go
/// @param region that buckets say they are in
record Services(
        Metadata metadata,
        Buckets buckets,
        Bodies bodies,
        Notifications notifications,
        InstantSource clock,
        String region) {}
