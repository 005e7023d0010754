package io.dure.platform.people;

import io.dure.platform.tenancy.TenantId;
import java.util.UUID;

/// An import is to be applied.
record ImportStarted(TenantId tenant, UUID id) {}
