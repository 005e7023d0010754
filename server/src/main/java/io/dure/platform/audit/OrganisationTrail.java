package io.dure.platform.audit;

import io.dure.platform.tenancy.OrganisationEdited;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps what administrators change of their organisation. Tenancy cannot call the trail, which
/// stands on it; the listener runs in the transaction of the change all the same.
@Component
class OrganisationTrail {
    private final Audit audit;

    OrganisationTrail(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void edited(OrganisationEdited event) {
        var caller = event.caller();
        audit.record(
                caller,
                "organisation.edited",
                "organisation:" + caller.tenant(),
                Map.of("what", event.what()));
    }
}
