package io.dure.cloud.storage;

import io.dure.platform.tenancy.TenantId;

/// A bucket came or went by the console: what the S3 port remembers of one of its name is old once
/// this is committed.
record BucketChanged(TenantId tenant, String name) {}
