package io.dure.platform.people;

import io.dure.platform.audit.Audit;
import io.dure.platform.people.Person.State;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of the organisation in scope.
@Service
public class People {
    private final PersonRepository repository;
    private final PostRepository posts;
    private final DepartmentRepository departments;
    private final PostRules rules;
    private final List<PeopleRule> others;
    private final Everybody everybody;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    People(
            PersonRepository repository,
            PostRepository posts,
            DepartmentRepository departments,
            PostRules rules,
            List<PeopleRule> others,
            Everybody everybody,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.repository = repository;
        this.posts = posts;
        this.departments = departments;
        this.rules = rules;
        this.others = List.copyOf(others);
        this.everybody = everybody;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
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

    /// The person, who stays as they are until the transaction ends: what is sent to their address
    /// is there when the address changes.
    @Transactional
    public Optional<Person> hold(PersonId id) {
        repository.lock(id);
        return repository.byId(id);
    }

    /// Their names, of those that exist.
    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        return repository.names(ids);
    }

    /// Whether the organisation has nobody yet.
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return repository.isEmpty();
    }

    /// Enters a person who is already checked.
    ///
    /// @throws PeopleLimitException if the plan has no room
    @Transactional
    public void enter(Person person) {
        everybody.admit(1);
        repository.insert(person, Profile.EMPTY);
    }

    /// Notes that an invited person signed in for the first time.
    @Transactional
    public void arrived(PersonId id) {
        repository.moveState(id, State.INVITED, State.ACTIVE);
    }

    /// As much of a person as is the caller's to know; guests see only themselves.
    @Transactional(readOnly = true)
    public Sight see(Caller caller, PersonId id) {
        var card = card(id);
        if (caller.person().equals(id) || rules.manages(caller, card.posts())) {
            return card;
        }
        caller.require(PeopleCapabilities.READ);
        return DirectoryCard.of(card);
    }

    /// All about a person, for the person and for whoever manages them.
    @Transactional(readOnly = true)
    public Card card(Caller caller, PersonId id) {
        var card = card(id);
        if (!caller.person().equals(id)) {
            rules.requireManages(caller, card.posts());
        }
        return card;
    }

    /// Enters a person, who can come in once invited.
    ///
    /// @throws PeopleLimitException if the plan has no room
    @Transactional
    public Card create(Caller caller, Person.Kind kind, Details details, Posts wanted) {
        var id = new PersonId(UuidV7.next(clock));
        rules.requireMayEnter(caller, wanted);
        var filled = rules.clean(wanted);
        everybody.admit(1);
        var clean = clean(id, details, Optional.empty());
        var person =
                new Person(
                        id,
                        clean.login(),
                        clean.employeeNumber(),
                        clean.name(),
                        clean.email(),
                        kind,
                        State.INVITED,
                        clock.instant(),
                        1);
        repository.insert(person, clean.profile());
        posts.replace(Map.of(id, filled));
        record(caller, "people.entered", id);
        return card(id);
    }

    /// Changes what is known of a person; posts change by transfers. Another login or mail address
    /// is where a forgotten password is sent: that needs a fresh proof.
    ///
    /// @param version the caller saw
    @Transactional
    public Card edit(Caller caller, PersonId id, long version, Details details) {
        requireManages(caller, id);
        repository.lockEverybody();
        return rewrite(caller, managed(caller, id, version), details);
    }

    /// Changes what the caller says of themselves.
    ///
    /// @param version the caller saw
    @Transactional
    public Card editOwn(Caller caller, long version, OwnDetails details) {
        repository.lockEverybody();
        repository.lock(caller.person());
        var before = inVersion(card(caller.person()), version);
        return rewrite(caller, before, details.over(before));
    }

    private Card rewrite(Caller caller, Card before, Details details) {
        var id = before.person().id();
        var clean = clean(id, details, before.profile().photoTag());
        var person = before.person();
        if (!person.isReachedBy(clean.login(), clean.email())) {
            caller.requireFreshProof();
            others.forEach(rule -> rule.beforeAddresses(caller, Set.of(id)));
            events.publishEvent(new PeopleReaddressed(List.of(person)));
        }
        repository.update(
                new Person(
                        id,
                        clean.login(),
                        clean.employeeNumber(),
                        clean.name(),
                        clean.email(),
                        person.kind(),
                        person.state(),
                        person.createdAt(),
                        person.version() + 1),
                clean.profile());
        record(caller, "people.changed", id);
        return card(id);
    }

    /// Keeps a person out from now on, and everything about them.
    @Transactional
    public Card deactivate(Caller caller, PersonId id, long version) {
        requireManages(caller, id);
        // Of which the person may be the head: the tree comes before its people.
        departments.lockTree();
        managed(caller, id, version);
        others.forEach(rule -> rule.beforeDeactivation(caller, id));
        if (repository.moveState(id, State.INVITED, State.INACTIVE)
                || repository.moveState(id, State.ACTIVE, State.INACTIVE)) {
            departments.removeHead(id);
            record(caller, "people.deactivated", id);
            events.publishEvent(new PersonDeactivated(caller.tenant(), id));
        }
        return card(id);
    }

    /// Lets a deactivated person come back, to the posts whose departments are still open; a new
    /// invitation is needed.
    ///
    /// @throws PeopleLimitException if the plan has no room
    @Transactional
    public Card reactivate(Caller caller, PersonId id, long version) {
        requireManages(caller, id);
        repository.lockEverybody();
        var before = managed(caller, id, version);
        if (before.person().state() == State.INACTIVE) {
            everybody.admit(1);
            rules.requireMayEnter(caller, before.posts());
            others.forEach(rule -> rule.beforeReactivation(caller, id));
            repository.moveState(id, State.INACTIVE, State.INVITED);
            posts.removeFromClosedDepartments(id);
            record(caller, "people.reactivated", id);
        }
        return card(id);
    }

    private void record(Caller caller, String action, PersonId person) {
        audit.record(caller, action, "person:" + person, Map.of());
    }

    /// Who may not is told so at once, and does not queue for a lock, a connection in hand.
    private void requireManages(Caller caller, PersonId id) {
        rules.requireManages(caller, card(id).posts());
    }

    /// The person, whom the caller administers and saw in this version.
    private Card managed(Caller caller, PersonId id, long version) {
        repository.lock(id);
        var card = card(id);
        rules.requireManages(caller, card.posts());
        return inVersion(card, version);
    }

    private static Card inVersion(Card card, long version) {
        if (card.person().version() != version) {
            throw new StaleVersionException("person");
        }
        return card;
    }

    private Details.Clean clean(PersonId id, Details details, Optional<String> photoTag) {
        var input = new Input();
        var clean = details.clean(input, photoTag);
        everybody.expectFree(input, id, clean);
        input.check();
        return clean;
    }

    Card card(PersonId id) {
        var row = repository.row(id).orElseThrow(() -> new UnknownThingException("person"));
        return new Card(
                PersonRepository.read(row), PersonRepository.readProfile(row), posts.of(id));
    }
}
