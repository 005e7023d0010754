/// Nothing happens twice: a POST that carries an `Idempotency-Key` has one effect, however often
/// and however nearly at once it is sent, and every time the same answer. Owns the schema
/// `idempotency`: the answers of the last 24 hours, written in the transactions of their effects.
@ApplicationModule(
        id = "idempotency",
        displayName = "Idempotency",
        allowedDependencies = {"problem", "tenancy"})
@NullMarked
package io.dure.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
