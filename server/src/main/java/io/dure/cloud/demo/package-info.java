/// Two organisations that look real, for whoever wants to see Dure at work: made at a start with
/// `--demo`, the same everywhere, and removed whole by one command.
@ApplicationModule(
        id = "demo",
        displayName = "Demonstration",
        allowedDependencies = {
            "problem",
            "tenancy",
            "database",
            "people",
            "authority",
            "identity",
            "storage",
            "console"
        })
@NullMarked
package io.dure.cloud.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
