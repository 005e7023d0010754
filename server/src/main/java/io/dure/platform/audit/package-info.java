/// Who did what. Owns the schema `audit`: one trail an organisation, written plainly in the
/// transaction of the act and sealed soon after, in order, into a chain of hashes whose signed
/// heads are kept outside the database too. [Chain] says how a hash is made, [Verification] what a
/// check finds.
@ApplicationModule(
        id = "audit",
        displayName = "Audit",
        allowedDependencies = {"problem", "tenancy", "database"})
@NullMarked
package io.dure.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
