package io.dure.cloud.demo;

import io.dure.cloud.console.ConsoleCapabilities;
import io.dure.cloud.console.Operators;
import io.dure.platform.authority.Authorities;
import io.dure.platform.authority.LastOwnerException;
import io.dure.platform.identity.PrintedPasswords;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An operator for a demonstration that has none. Call it in the operator's scope.
@Component
public class DemoOperator {
    static final String LOGIN = "operator";

    /// Always the same, so that it is told from a real operator of the same login.
    static final PersonId ID =
            new PersonId(UUID.fromString("019f0000-0000-7000-8000-0000000de300"));

    private final People people;
    private final Authorities authorities;
    private final PrintedPasswords passwords;
    private final DemoPassword password;
    private final Operators operators;
    private final InstantSource clock;

    DemoOperator(
            People people,
            Authorities authorities,
            PrintedPasswords passwords,
            DemoPassword password,
            Operators operators,
            InstantSource clock) {
        this.people = people;
        this.authorities = authorities;
        this.passwords = passwords;
        this.password = password;
        this.operators = operators;
        this.clock = clock;
    }

    @Transactional
    public void enterIfNobodyIsThere() {
        if (people.isEmpty()) {
            enter();
        }
    }

    void enter() {
        people.enter(
                new Person(
                        ID,
                        LOGIN,
                        Optional.empty(),
                        "Demo Operator",
                        Optional.empty(),
                        Person.Kind.MEMBER,
                        Person.State.ACTIVE,
                        clock.instant(),
                        1));
        authorities.grant(ID, BuiltInRole.OWNER);
        passwords.set(ID, password.text());
    }

    @Transactional(readOnly = true)
    public boolean isThere() {
        return people.find(ID).filter(person -> person.state() == Person.State.ACTIVE).isPresent();
    }

    /// Deactivates it, unless nobody else owns the console: somebody must be able to operate.
    public Farewell sendAway(Caller caller) {
        caller.require(ConsoleCapabilities.OPERATORS);
        if (!isThere()) {
            return Farewell.ABSENT;
        }
        try {
            operators.deactivate(caller, ID);
            return Farewell.GONE;
        } catch (LastOwnerException e) {
            return Farewell.NEEDED;
        }
    }
}
