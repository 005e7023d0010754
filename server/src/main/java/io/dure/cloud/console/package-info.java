/// The operator's desk: signing organisations up, suspending and closing them, and the figures an
/// operator looks at every morning. Owns the schema `console`. Sees figures of organisations, never
/// what is in them.
@ApplicationModule(
        id = "console",
        displayName = "Console",
        allowedDependencies = {
            "problem",
            "tenancy",
            "database",
            "audit",
            "people",
            "authority",
            "identity"
        })
@NullMarked
package io.dure.cloud.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
