package io.dure.platform.identity;

import io.dure.platform.audit.Actor;
import io.dure.platform.audit.Audit;
import io.dure.platform.authority.Authorities;
import io.dure.platform.notices.Template;
import io.dure.platform.people.Author;
import io.dure.platform.people.AuthorMayNotException;
import io.dure.platform.people.Authors;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// How people get a password, and a new one.
@Service
public class Accounts {
    private final Links links;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Proofs proofs;
    private final Guesses guesses;
    private final Authorities authorities;
    private final Authors authors;
    private final Letters letters;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Accounts(
            Links links,
            People people,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            Proofs proofs,
            Guesses guesses,
            Authorities authorities,
            Authors authors,
            Letters letters,
            Audit audit,
            TransactionTemplate transaction) {
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.proofs = proofs;
        this.guesses = guesses;
        this.authorities = authorities;
        this.authors = authors;
        this.letters = letters;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// A new one-time link, shown to the administrator who asked for it.
    ///
    /// @param mailed whether the person was sent it, too
    public record NewLink(Secret secret, Links.Purpose purpose, boolean mailed) {}

    /// Whom a link is for, as its page greets them.
    public record Addressee(String name, String login, Links.Purpose purpose) {}

    /// Makes the link by which somebody comes in for the first time, or again after forgetting the
    /// password. Nobody can so take over an account that may do more than their own: asked now, and
    /// again when the link is used.
    ///
    /// @param path of the page for a link
    @Transactional
    public NewLink link(Caller caller, PersonId id, LinkPath path) {
        var person = people.hold(id).orElseThrow(() -> new UnknownThingException("person"));
        administered(caller, id);
        var purpose =
                switch (person.state()) {
                    case INVITED -> Links.Purpose.INVITATION;
                    case ACTIVE -> Links.Purpose.RESET;
                    case INACTIVE ->
                            throw new ConflictException(
                                    "person-inactive", person.name() + " is deactivated.");
                };
        var secret = links.create(new Links.Link(id, purpose, Optional.of(caller.person())));
        letters.send(id, purpose, path.to(purpose, secret));
        var mailed = letters.canReach(id);
        audit.record(
                caller,
                "identity.link",
                "person:" + id,
                Map.of("purpose", purpose.name(), "mailed", String.valueOf(mailed)));
        return new NewLink(secret, purpose, mailed);
    }

    /// The person, whose account the caller administers: never that of somebody who may do more.
    Person administered(Caller caller, PersonId id) {
        caller.require(IdentityCapabilities.ACCOUNTS);
        var person = people.find(id).orElseThrow(() -> new UnknownThingException("person"));
        authorities.requireCovers(caller, id);
        return person;
    }

    /// Looks at a link without using it.
    ///
    /// @throws LinkUsedUpException if it is not valid
    @Transactional(readOnly = true)
    public Addressee look(Secret link) {
        return valid(link)
                .flatMap(found ->
                        people.find(found.person())
                                .map(person ->
                                        new Addressee(
                                                person.name(), person.login(), found.purpose())))
                .orElseThrow(LinkUsedUpException::new);
    }

    /// Uses a link: sets the password and signs the person in; a second factor is still asked for.
    ///
    /// @throws LinkUsedUpException if it is not valid
    public SignInStep enter(Secret link, String password, Place place) {
        var addressee = look(link);
        check("password", password, addressee.login());
        var hash = passwords.hash(password);
        var person = transaction.execute(_ -> use(link, hash, place));
        return signIn.proved(java.util.Objects.requireNonNull(person), place);
    }

    /// A link that its maker could still make.
    private Optional<Links.Link> valid(Secret secret) {
        return links.find(secret)
                .filter(link ->
                        link.maker().map(maker -> couldMake(maker, link.person())).orElse(true));
    }

    private boolean couldMake(PersonId maker, PersonId person) {
        try {
            authors.requireStillMay(Author.inPerson(maker), caller -> administered(caller, person));
            return true;
        } catch (AuthorMayNotException e) {
            return false;
        }
    }

    private PersonId use(Secret link, String hash, Place place) {
        // First the person, then the link, as whoever makes one holds them.
        var person =
                valid(link)
                        .flatMap(found -> people.hold(found.person()))
                        .filter(found -> found.state() != Person.State.INACTIVE)
                        .orElseThrow(LinkUsedUpException::new);
        var used = links.use(link);
        people.arrived(person.id());
        passwords.store(person.id(), hash);
        sessions.revokeAll(person.id());
        audit.record(
                TenantScope.current(),
                Actor.person(person.id(), place.address()),
                "identity.password-set",
                "person:" + person.id(),
                Map.of("by", used.purpose().name()));
        return person.id();
    }

    /// Mails a reset link, if there is such a person. Answers nothing, so that nobody learns who is
    /// here; call it where nobody waits for its end.
    public void forgot(String login, Place place, LinkPath path) {
        guesses.admit(
                List.of(
                        new Guesses.Count("forgot " + login.strip(), 3, false),
                        new Guesses.Count("forgot from " + place.source(), 20, false)));
        transaction.executeWithoutResult(_ ->
                people.byLogin(login)
                        .flatMap(found -> people.hold(found.id()))
                        .filter(found -> found.state() == Person.State.ACTIVE)
                        .filter(found -> letters.canReach(found.id()))
                        .ifPresent(found -> mailReset(found.id(), place, path)));
    }

    private void mailReset(PersonId person, Place place, LinkPath path) {
        var secret = links.create(person, Links.Purpose.RESET);
        letters.send(person, Links.Purpose.RESET, path.to(Links.Purpose.RESET, secret));
        audit.record(
                TenantScope.current(),
                Actor.stranger(place.address()),
                "identity.reset-asked",
                "person:" + person,
                Map.of());
    }

    /// Changes the caller's own password and signs their other browsers out.
    ///
    /// @param session the one that stays
    /// @throws InvalidInputException if the old one is wrong or the new one too weak
    public void changePassword(Caller caller, UUID session, String old, String fresh) {
        var person = people.find(caller.person()).orElseThrow();
        proofs.requirePassword(caller, "old", old);
        check("fresh", fresh, person.login());
        var hash = passwords.hash(fresh);
        transaction.executeWithoutResult(_ -> {
            passwords.store(caller.person(), hash);
            sessions.revokeOthers(caller.person(), session);
            links.revoke(caller.person());
            letters.send(
                    caller.person(),
                    Template.PASSWORD_CHANGED,
                    Map.of("address", caller.address()));
            audit.record(
                    caller, "identity.password-changed", "person:" + caller.person(), Map.of());
        });
    }

    private static void check(String field, String password, String login) {
        var input = new Input();
        PasswordRules.check(input, field, password, login);
        input.check();
    }
}
