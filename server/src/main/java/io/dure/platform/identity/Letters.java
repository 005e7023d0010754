package io.dure.platform.identity;

import io.dure.platform.notices.Notices;
import io.dure.platform.notices.Template;
import io.dure.platform.people.People;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import java.util.HashMap;
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
        var found = people.find(person).orElseThrow();
        var organisation = organisations.current();
        var all = new HashMap<>(values);
        all.put("name", found.name());
        all.put("login", found.login());
        all.put("organisation", organisation.name());
        notices.mail(found.email().orElseThrow(), organisation.language(), template, all);
    }

    /// Sends a one-time link.
    @Transactional
    public void send(PersonId person, Links.Purpose purpose, String path) {
        var template = purpose == Links.Purpose.INVITATION ? Template.INVITATION : Template.RESET;
        send(person, template, Map.of("link", notices.url(path)));
    }
}
