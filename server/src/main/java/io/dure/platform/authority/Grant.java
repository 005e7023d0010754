package io.dure.platform.authority;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A role in somebody's hands.
///
/// @param scope the department that it is narrowed to, those below counted in; empty for the whole
///   organisation
/// @param by empty where the server itself granted it, when the organisation was made
public record Grant(
        UUID id,
        RoleKey role,
        Subject subject,
        Optional<DepartmentId> scope,
        Optional<PersonId> by,
        Instant at) {}
