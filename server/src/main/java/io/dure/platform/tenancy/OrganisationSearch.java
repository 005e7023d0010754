package io.dure.platform.tenancy;

import java.util.Optional;

/// Which organisations an operator looks for, in the order of their short names.
///
/// @param text part of a name or a short name, any case; empty: all
/// @param after short name of the last one already seen
/// @param limit most to answer
public record OrganisationSearch(
        String text, Optional<Organisation.State> state, Optional<String> after, int limit) {}
