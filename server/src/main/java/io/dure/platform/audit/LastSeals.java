package io.dure.platform.audit;

import io.dure.platform.tenancy.Remains;
import io.dure.platform.tenancy.TenantId;
import org.springframework.stereotype.Component;

/// Seals what waits before an organisation's rows are removed: of an entry that the sealer had read
/// by then, it would write the seal once they are gone.
@Component
class LastSeals implements Remains {
    private final Sealer sealer;

    LastSeals(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void remove(TenantId tenant) {
        sealer.seal();
    }
}
