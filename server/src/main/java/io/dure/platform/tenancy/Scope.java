package io.dure.platform.tenancy;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What the database shows to the code that runs now. Opened by [TenantScope] and [SystemScope]
/// only, read by the transaction manager.
public sealed interface Scope {
    /// One organisation's rows.
    record Tenant(TenantId id) implements Scope {}

    /// Every organisation's rows.
    record Everyone(String reason) implements Scope {}

    /// No row at all.
    record Nobody() implements Scope {}

    /// @return the scope of the running code
    static Scope current() {
        return Scopes.CURRENT.orElse(Scopes.NOBODY);
    }

    /// Runs code in a scope. A transaction keeps the scope in which it began, so a change of scope
    /// inside one would silently not happen: it is refused.
    ///
    /// @throws IllegalStateException if a transaction of another scope is open
    static <T, X extends Exception> T call(Scope scope, ScopedValue.CallableOp<T, X> code)
            throws X {
        if (!scope.equals(current())
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is open in the scope " + current());
        }
        return ScopedValue.where(Scopes.CURRENT, scope).call(code);
    }
}
