package io.dure.platform.people;

import io.dure.platform.audit.ActorNames;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the audit trail who its ids are.
@Component
class ActorsByName implements ActorNames {
    private final PersonRepository repository;

    ActorsByName(PersonRepository repository) {
        this.repository = repository;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, String> of(Collection<PersonId> people) {
        return repository.names(people);
    }
}
