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
}
