package io.dure.platform.tenancy;

/// Runs code that sees one organisation's rows and no others.
public final class TenantScope {
    private TenantScope() {}

    public static <T, X extends Exception> T call(
            TenantId tenant, ScopedValue.CallableOp<T, X> code) throws X {
        return Scope.call(new Scope.Tenant(tenant), code);
    }

    public static void run(TenantId tenant, Runnable code) {
        call(
                tenant,
                () -> {
                    code.run();
                    return true;
                });
    }

    /// The organisation whose rows the running code sees.
    ///
    /// @throws IllegalStateException outside the scope of one organisation
    public static TenantId current() {
        return switch (Scope.current()) {
            case Scope.Tenant(var id) -> id;
            case Scope.Everyone _, Scope.Nobody _ ->
                    throw new IllegalStateException("no organisation's scope is open");
        };
    }
}
