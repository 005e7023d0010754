/// Accounts: how a person proves who they are, and stays signed in. Owns the schema `identity`:
/// passwords, second factors, sessions, access tokens, one-time links. Turns each request into a
/// [io.dure.platform.tenancy.Caller].
@ApplicationModule(
        id = "identity",
        displayName = "Identity",
        allowedDependencies = {
            "problem",
            "tenancy",
            "database",
            "audit",
            "people",
            "authority",
            "notices"
        })
@NullMarked
package io.dure.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
