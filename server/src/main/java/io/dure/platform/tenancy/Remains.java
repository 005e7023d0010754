package io.dure.platform.tenancy;

import java.time.Instant;

/// What a module keeps of an organisation outside the database, such as files. A module publishes a
/// bean of it; rows need none, they go by themselves.
public interface Remains {
    /// What of it must not be removed yet. The organisation's scope is open.
    default Retained retained(TenantId tenant, Instant now) {
        return Retained.NOTHING;
    }

    /// Removes it for good, what is retained too: whether that waits, or is overridden, was decided
    /// before. The organisation's scope is open, its rows are still there and go next; after a
    /// crash it is called again.
    void remove(TenantId tenant);
}
