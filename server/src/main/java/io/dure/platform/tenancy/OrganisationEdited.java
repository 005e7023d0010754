package io.dure.platform.tenancy;

/// An administrator changed the organisation's own settings. Published in the transaction of the
/// change.
///
/// @param what of its settings: `settings`, `logo`
public record OrganisationEdited(Caller caller, String what) {}
