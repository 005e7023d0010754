package io.dure.platform.people;

import io.dure.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which organisations have changes to apply, seen from a system scope.
@Component
class DueChanges {
    private final DatedChangeRepository repository;

    DueChanges(DatedChangeRepository repository) {
        this.repository = repository;
    }

    @Transactional(readOnly = true)
    public Set<TenantId> tenants(LocalDate by) {
        return repository.tenantsWithDue(by);
    }
}
