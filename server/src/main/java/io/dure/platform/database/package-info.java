/// Where everything is kept: the data folder, the embedded or external PostgreSQL, its roles and
/// migrations, and the transactions that show one organisation only. Owns the schema `dure`.
@ApplicationModule(
        id = "database",
        displayName = "Database",
        allowedDependencies = {"problem", "tenancy"})
@NullMarked
package io.dure.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
