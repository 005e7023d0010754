/// Copies of all that a node keeps, made while it serves: the database by PostgreSQL's own online
/// backup, then the files that its rows refer to, then the keys. Owns no tables.
@ApplicationModule(
        id = "backup",
        displayName = "Backup",
        allowedDependencies = {"problem", "tenancy", "database"})
@NullMarked
package io.dure.cloud.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
