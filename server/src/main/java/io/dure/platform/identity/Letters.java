package io.dure.platform.identity;

import io.dure.platform.notices.Notices;
import io.dure.platform.notices.Template;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Mail about a person's account, where they have an address and there is a relay.
@Service
class Letters {
    private final Notices notices;
    private final People people;
    private final Organisations organisations;

    Letters(Notices notices, People people, Organisations organisations) {
        this.notices = notices;
        this.people = people;
        this.organisations = organisations;
    }

    /// Whether the person can be reached so.
    @Transactional(readOnly = true)
    public boolean canReach(PersonId person) {
        return notices.canMail() && people.find(person).flatMap(found -> found.email()).isPresent();
    }

    @Transactional
    public void send(PersonId person, Template template, Map<String, String> values) {
        if (!canReach(person)) {
            return;
        }
        write(people.find(person).orElseThrow(), organisations.current(), template, values);
    }

    /// Sends the same letter to each where they have an address, as they are given.
    @Transactional
    public void sendToAll(List<Person> addressees, Template template) {
        if (notices.canMail()) {
            var organisation = organisations.current();
            addressees.forEach(person -> write(person, organisation, template, Map.of()));
        }
    }

    private void write(
            Person person,
            Organisation organisation,
            Template template,
            Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("name", person.name());
        all.put("login", person.login());
        all.put("organisation", organisation.name());
        person.email()
                .ifPresent(
                        address -> notices.mail(address, organisation.language(), template, all));
    }

    /// Sends a one-time link.
    @Transactional
    public void send(PersonId person, Links.Purpose purpose, String path) {
        var template = purpose == Links.Purpose.INVITATION ? Template.INVITATION : Template.RESET;
        send(person, template, Map.of("link", notices.url(path)));
    }
}
