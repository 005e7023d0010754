package io.dure.platform.identity;

import io.dure.platform.authority.Authorities;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a new cloud gets its first operator: by a link that is printed where the server was started.
@Service
public class FirstOperator {
    private final Links links;
    private final People people;
    private final Passwords passwords;
    private final Authorities authorities;
    private final InstantSource clock;

    FirstOperator(
            Links links,
            People people,
            Passwords passwords,
            Authorities authorities,
            InstantSource clock) {
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.authorities = authorities;
        this.clock = clock;
    }

    /// @return a new link, while there is nobody who could use the console; call it in the
    ///   operator's scope
    @Transactional
    public Optional<Secret> link() {
        return people.isEmpty()
                ? Optional.of(
                        links.create(
                                new PersonId(UuidV7.next(clock)), Links.Purpose.FIRST_OPERATOR))
                : Optional.empty();
    }

    /// Makes the first operator.
    ///
    /// @throws LinkUsedUpException if the link is not valid any more
    @Transactional
    public PersonId enter(Secret link, String login, String name, String password) {
        var input = new Input();
        var cleanLogin = Logins.clean(input, "login", login);
        var cleanName = input.text("name", name, 1, 100);
        PasswordRules.check(input, "password", password, cleanLogin);
        input.check();
        var used = links.use(link);
        var person =
                new Person(
                        used.person(),
                        cleanLogin,
                        Optional.empty(),
                        cleanName,
                        Optional.empty(),
                        Person.Kind.MEMBER,
                        Person.State.ACTIVE,
                        clock.instant(),
                        1);
        people.enter(person);
        authorities.grant(person.id(), BuiltInRole.OWNER);
        passwords.set(person.id(), password);
        return person.id();
    }
}
