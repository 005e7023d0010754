package io.dure.cloud.storage;

import io.dure.platform.tenancy.TenantId;

/// A bucket came, went or was changed by the console: what the S3 port remembers of one of its
/// name, and what the store notes of it, is old once this is committed.
record BucketChanged(TenantId tenant, String name) {}
