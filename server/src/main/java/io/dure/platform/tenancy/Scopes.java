package io.dure.platform.tenancy;

final class Scopes {
    static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();
    static final Scope NOBODY = new Scope.Nobody();

    private Scopes() {}
}
