package io.dure.platform.tenancy;

/// Runs code that sees every organisation's rows: the operator's figures, and jobs. Rare, and says
/// why.
public final class SystemScope {
    private SystemScope() {}

    /// @param reason what the code is for, in a few words
    public static <T, X extends Exception> T call(String reason, ScopedValue.CallableOp<T, X> code)
            throws X {
        return Scope.call(new Scope.Everyone(reason), code);
    }

    public static void run(String reason, Runnable code) {
        call(
                reason,
                () -> {
                    code.run();
                    return true;
                });
    }
}
