/// Who may do what: roles bundle the capabilities that modules declare, and are granted to people,
/// ranks, titles or departments. Owns the schema `authority`; settles a caller's
/// [io.dure.platform.tenancy.Authority].
@ApplicationModule(
        id = "authority",
        displayName = "Authority",
        allowedDependencies = {"problem", "tenancy", "people"})
@NullMarked
package io.dure.platform.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
