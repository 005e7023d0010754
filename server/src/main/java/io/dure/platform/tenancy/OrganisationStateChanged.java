package io.dure.platform.tenancy;

/// An organisation was opened, suspended, or closed: what it has running ends or begins again.
public record OrganisationStateChanged(TenantId tenant, Organisation.State state) {}
