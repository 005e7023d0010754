package io.dure.platform.identity;

import io.dure.platform.people.PersonDeactivated;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Clears away what a deactivated person could come in with. They are out already: every request
/// looks at the person's state. This makes sure that nothing comes alive again with them.
@Service
class Departure {
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Links links;
    private final Devices devices;
    private final PendingSignIns pending;
    private final TransactionTemplate transaction;

    Departure(
            Sessions sessions,
            AccessTokens tokens,
            Links links,
            Devices devices,
            PendingSignIns pending,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.devices = devices;
        this.pending = pending;
        this.transaction = transaction;
    }

    @Async
    @TransactionalEventListener
    void on(PersonDeactivated event) {
        TenantScope.run(
                event.tenant(), () -> transaction.executeWithoutResult(_ -> clear(event.person())));
    }

    private void clear(PersonId person) {
        sessions.revokeAll(person);
        tokens.revokeAll(person);
        links.revoke(person);
        devices.forget(person);
        pending.close(person);
    }
}
