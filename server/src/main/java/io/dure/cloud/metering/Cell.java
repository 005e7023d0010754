package io.dure.cloud.metering;

import io.dure.platform.tenancy.TenantId;

/// What is counted together.
///
/// @param hour since 1970 (UTC), in hours
/// @param bucket empty for none
/// @param accessKey empty for an unsigned request
record Cell(long hour, TenantId tenant, String bucket, String accessKey) {
    /// The same without a name, for where there are too many.
    Cell nameless() {
        return new Cell(hour, tenant, "", "");
    }
}
