/// Who may do what: roles bundle the capabilities that modules declare, and are granted to people,
/// ranks, titles or departments. Owns the schema `authority`; settles a caller's
/// [io.dure.platform.tenancy.Authority].
///
/// Administrators administer; they do not read content by it. A capability that opens other
/// people's content names no built-in role, so that nobody holds it until an owner grants it, which
/// the audit trail shows.
@ApplicationModule(
        id = "authority",
        displayName = "Authority",
        allowedDependencies = {"problem", "tenancy", "people", "audit"})
@NullMarked
package io.dure.platform.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
