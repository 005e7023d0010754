package io.dure.platform.identity;

import io.dure.platform.audit.ActorNames;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The names that the trail shows.
@Component
class KnownActors implements ActorNames {
    private final People people;

    KnownActors(People people) {
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, String> of(Collection<PersonId> ids) {
        return ids.stream()
                .flatMap(id -> people.find(id).stream())
                .collect(Collectors.toMap(Person::id, Person::name));
    }
}
