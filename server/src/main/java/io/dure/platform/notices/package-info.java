/// Tells people things by mail, through an SMTP relay where the operator has set one. Owns the
/// schema `notices`: the outbox, written in the transaction that causes a mail and sent after it,
/// with retries.
@ApplicationModule(
        id = "notices",
        displayName = "Notices",
        allowedDependencies = {"problem", "tenancy"})
@NullMarked
package io.dure.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
