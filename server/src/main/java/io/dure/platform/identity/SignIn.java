package io.dure.platform.identity;

import static java.lang.Character.SURROGATE;

import io.dure.platform.audit.Actor;
import io.dure.platform.audit.Audit;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// How a person of the organisation in scope comes in. Nothing here is one transaction: passwords
/// are checked slowly, and no connection to the database waits for that.
@Service
public class SignIn {
    private final People people;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final PendingSignIns pending;
    private final Guesses guesses;
    private final Devices devices;
    private final Entrance entrance;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SignIn(
            People people,
            Passwords passwords,
            SecondFactors secondFactors,
            PendingSignIns pending,
            Guesses guesses,
            Devices devices,
            Entrance entrance,
            Audit audit,
            TransactionTemplate transaction) {
        this.people = people;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.pending = pending;
        this.guesses = guesses;
        this.devices = devices;
        this.entrance = entrance;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Looks at a login and its password.
    ///
    /// @throws SignInRefusedException if they do not fit, or the person is not active
    /// @throws TooManyTriesException if it comes too early
    public SignInStep byPassword(String login, String password, Place place) {
        requireText(login);
        var person = people.byLogin(login).filter(found -> found.state() == Person.State.ACTIVE);
        var id = person.map(Person::id);
        var counts = Guesses.counts(login, place, devices.knows(id, place.device()));
        guesses.admit(counts);
        if (!passwords.matches(id, password)) {
            refused(id, login, place);
            throw new SignInRefusedException();
        }
        guesses.forgive(counts);
        return proved(id.orElseThrow(), place);
    }

    /// The database takes no such text; nobody has such a login.
    private static void requireText(String text) {
        if (text.indexOf('\0') >= 0
                || text.codePoints().anyMatch(each -> Character.getType(each) == SURROGATE)) {
            throw new SignInRefusedException();
        }
    }

    /// Goes on with a person whose first factor is proved.
    SignInStep proved(PersonId person, Place place) {
        if (secondFactors.isSetUp(person)) {
            return new SignInStep.SecondFactorNeeded(pending.open(person));
        }
        return entrance.open(person, Session.Strength.PASSWORD, place);
    }

    /// Looks at a one-time code, or a recovery code.
    ///
    /// @param secret of the step before
    /// @throws SignInRefusedException if the code is wrong, was used, or the step before is too old
    public SignInStep bySecondFactor(Secret secret, String code, Place place) {
        var person = pending.whose(secret).orElseThrow(SignInRefusedException::expired);
        var counts = secondFactors.counts(person);
        guesses.admit(counts);
        if (!secondFactors.accepts(person, code)) {
            refused(Optional.of(person), "", place);
            throw SignInRefusedException.wrongCode();
        }
        guesses.forgive(counts);
        pending.close(person);
        return entrance.open(person, Session.Strength.SECOND_FACTOR, place);
    }

    /// Kept although nothing else is: somebody may be at the door. A login that nobody has is not
    /// kept, since people type passwords into the wrong field.
    private void refused(Optional<PersonId> person, String login, Place place) {
        var subject = person.map(id -> "person:" + id).orElse("");
        transaction.executeWithoutResult(_ ->
                audit.record(
                        TenantScope.current(),
                        Actor.stranger(place.address()),
                        "identity.sign-in-refused",
                        subject,
                        person.isPresent() && !login.isEmpty()
                                ? Map.of("login", login)
                                : Map.of()));
    }
}
