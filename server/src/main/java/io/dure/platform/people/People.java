package io.dure.platform.people;

import io.dure.platform.tenancy.PersonId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of the organisation in scope.
@Service
public class People {
    private final PersonRepository repository;

    People(PersonRepository repository) {
        this.repository = repository;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return repository.byId(id);
    }

    /// @param login in any case
    @Transactional(readOnly = true)
    public Optional<Person> byLogin(String login) {
        return repository.byLogin(login.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether the organisation has nobody yet.
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return repository.isEmpty();
    }

    /// Enters a person who is already checked.
    @Transactional
    public void enter(Person person) {
        repository.insert(person);
    }
}
