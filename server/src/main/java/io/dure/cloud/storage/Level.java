package io.dure.cloud.storage;

import io.dure.platform.tenancy.TenantId;
import java.util.Optional;

/// How full something is.
///
/// @param bucket empty for all of the organisation, whose plan is its quota
/// @param bytes parts of unfinished uploads included
public record Level(
        TenantId tenant,
        Optional<String> bucket,
        long bytes,
        Optional<Long> quotaBytes,
        Optional<Long> softQuotaBytes) {}
