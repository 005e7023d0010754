package io.dure.platform.tenancy;

/// What a module keeps of an organisation outside the database, such as files. A module publishes a
/// bean of it; rows need none, they go by themselves.
public interface Remains {
    /// Removes it for good. The organisation's scope is open, its rows are still there and go next;
    /// after a crash it is called again.
    void remove(TenantId tenant);
}
