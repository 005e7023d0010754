package io.dure.platform.identity;

import io.dure.platform.notices.Template;
import io.dure.platform.people.PeopleReaddressed;
import io.dure.platform.people.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Whoever changes where somebody is sent mail can get into the account. So what went to the former
/// address dies, and whoever had an account is told there.
@Service
class FormerAddresses {
    private final Links links;
    private final Letters letters;

    FormerAddresses(Links links, Letters letters) {
        this.links = links;
        this.letters = letters;
    }

    @EventListener
    void on(PeopleReaddressed event) {
        links.revoke(event.before().stream().map(Person::id).toList());
        letters.sendToAll(
                event.before().stream()
                        .filter(person -> person.state() == Person.State.ACTIVE)
                        .toList(),
                Template.READDRESSED);
    }
}
