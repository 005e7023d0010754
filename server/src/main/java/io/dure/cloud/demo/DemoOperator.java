package io.dure.cloud.demo;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.PrintedPasswords;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An operator for a demonstration that has none. Call it in the operator's scope.
@Component
class DemoOperator {
    static final String LOGIN = "operator";

    private final People people;
    private final Authorities authorities;
    private final PrintedPasswords passwords;
    private final DemoPassword password;
    private final InstantSource clock;

    DemoOperator(
            People people,
            Authorities authorities,
            PrintedPasswords passwords,
            DemoPassword password,
            InstantSource clock) {
        this.people = people;
        this.authorities = authorities;
        this.passwords = passwords;
        this.password = password;
        this.clock = clock;
    }

    @Transactional
    public void enterIfNobodyIsThere() {
        if (!people.isEmpty()) {
            return;
        }
        var id = new PersonId(UuidV7.next(clock));
        people.enter(
                new Person(
                        id,
                        LOGIN,
                        Optional.empty(),
                        "Demo Operator",
                        Optional.empty(),
                        Person.Kind.MEMBER,
                        Person.State.ACTIVE,
                        clock.instant(),
                        1));
        authorities.grant(id, BuiltInRole.OWNER);
        passwords.set(id, password.text());
    }

    @Transactional(readOnly = true)
    public boolean isThere() {
        return people.byLogin(LOGIN).isPresent();
    }
}
