package io.dure.platform.people;

import io.dure.platform.tenancy.Figure;
import io.dure.platform.tenancy.TenantId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many people each organisation has that are not deactivated.
@Component
class Headcount implements Figure {
    private final PersonRepository repository;

    Headcount(PersonRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TenantId, Long> count() {
        return repository.headcounts();
    }
}
