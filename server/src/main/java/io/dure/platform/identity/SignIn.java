package io.dure.platform.identity;

import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import org.springframework.stereotype.Service;

/// How a person of the organisation in scope comes in.
@Service
public class SignIn {
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;

    SignIn(People people, Passwords passwords, Sessions sessions) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /// From where somebody signs in.
    ///
    /// @param address network address
    /// @param userAgent as the browser names itself
    public record Place(String address, String userAgent) {}

    /// Opens a session for a login and its password. Not one transaction: the password is checked
    /// slowly, and no connection to the database waits for that.
    ///
    /// @throws SignInRefusedException if they do not fit, or the person is deactivated
    public Secret byPassword(String login, String password, Place place) {
        var person = people.byLogin(login).filter(found -> found.state() == Person.State.ACTIVE);
        if (!passwords.matches(person.map(Person::id), password)) {
            throw new SignInRefusedException();
        }
        return sessions.open(
                person.orElseThrow().id(),
                Session.Strength.PASSWORD,
                place.address(),
                place.userAgent());
    }
}
