package io.dure.platform.people;

import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;

/// A person may not come in any more. Published in the transaction that says so; listeners open the
/// tenant's scope themselves.
public record PersonDeactivated(TenantId tenant, PersonId person) {}
