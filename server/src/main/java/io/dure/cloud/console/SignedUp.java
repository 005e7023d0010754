package io.dure.cloud.console;

import io.dure.platform.identity.Secret;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;

/// A new organisation, and the one-time link by which its first owner comes in: shown now and never
/// again.
public record SignedUp(Organisation organisation, PersonId owner, Secret invitation) {}
