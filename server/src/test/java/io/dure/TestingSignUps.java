package io.dure;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.Links;
import io.dure.platform.identity.Secret;
import io.dure.platform.identity.Session;
import io.dure.platform.identity.Sessions;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/// Signs organisations up for tests, by the services that do it for customers; owners and members
/// come in over HTTP.
@TestComponent
public class TestingSignUps {
    private static final Plan PLAN = new Plan(1_000, 1L << 30, Set.of("storage"), true);

    private final Organisations organisations;
    private final People people;
    private final Authorities authorities;
    private final Links links;
    private final Sessions sessions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Environment environment;

    TestingSignUps(
            Organisations organisations,
            People people,
            Authorities authorities,
            Links links,
            Sessions sessions,
            TransactionTemplate transaction,
            InstantSource clock,
            Environment environment) {
        this.organisations = organisations;
        this.people = people;
        this.authorities = authorities;
        this.links = links;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
        this.environment = environment;
    }

    /// A new organisation, in Seoul and in Korean, whose owner `owner` is signed in.
    public TestingOrganisation open() {
        var id = new TenantId(UuidV7.next(clock));
        var shortName = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        in(id, () -> organisations.register(registration(shortName)));
        var browser = stranger();
        var owner = enter(id, shortName, "owner", BuiltInRole.OWNER, browser);
        return new TestingOrganisation(id, shortName, owner, browser, this);
    }

    TestingOrganisation.Insider member(TestingOrganisation organisation, String login) {
        var browser = stranger();
        var id =
                enter(
                        organisation.id(),
                        organisation.shortName(),
                        login,
                        BuiltInRole.MEMBER,
                        browser);
        return new TestingOrganisation.Insider(id, login, browser);
    }

    /// A browser in which somebody new of the operator's staff is signed in, by a passkey.
    public TestingBrowser operator(BuiltInRole role) {
        var browser = stranger();
        browser.keep("dure-o-console", in(TenantId.OPERATOR, () -> employ(role)).text());
        return browser;
    }

    private Secret employ(BuiltInRole role) {
        var id = new PersonId(UuidV7.next(clock));
        var login = "operator-" + id.value().toString().substring(24);
        people.enter(person(id, login, Person.State.ACTIVE));
        if (role != BuiltInRole.MEMBER) {
            authorities.grant(id, role);
        }
        return sessions.open(id, Session.Strength.PASSKEY, "127.0.0.1", "TestingBrowser");
    }

    /// A browser in which nobody is signed in.
    public TestingBrowser stranger() {
        return new TestingBrowser(
                environment.getRequiredProperty("local.server.port", Integer.class));
    }

    private PersonId enter(
            TenantId tenant,
            String shortName,
            String login,
            BuiltInRole role,
            TestingBrowser browser) {
        var id = new PersonId(UuidV7.next(clock));
        var link = in(tenant, () -> invite(id, login, role));
        var answer =
                browser.post(
                        "/api/o/" + shortName + "/links/use",
                        Map.of("token", link.text(), "password", TestingOrganisation.PASSWORD));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.raw().body());
        }
        return id;
    }

    private Secret invite(PersonId id, String login, BuiltInRole role) {
        people.enter(person(id, login, Person.State.INVITED));
        if (role == BuiltInRole.OWNER) {
            // Everybody else is a member without a word.
            authorities.grant(id, role);
        }
        return links.create(id, Links.Purpose.INVITATION);
    }

    private Person person(PersonId id, String login, Person.State state) {
        return new Person(
                id,
                login,
                Optional.empty(),
                "김" + login,
                Optional.of(login + "@example.com"),
                Person.Kind.MEMBER,
                state,
                clock.instant(),
                1);
    }

    private static Registration registration(String shortName) {
        return Registration.clean(
                new Input(),
                shortName,
                "두레정밀",
                "ko",
                "Asia/Seoul",
                List.of(),
                PLAN,
                Organisation.State.ACTIVE);
    }

    private <T> T in(TenantId tenant, ScopedValue.CallableOp<T, RuntimeException> code) {
        return TenantScope.<T, RuntimeException>call(
                tenant, () -> Objects.requireNonNull(transaction.<T>execute(_ -> code.call())));
    }
}
