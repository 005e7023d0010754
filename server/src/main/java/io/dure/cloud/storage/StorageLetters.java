package io.dure.cloud.storage;

import io.dure.platform.authority.Authorities;
import io.dure.platform.notices.Notices;
import io.dure.platform.notices.Template;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Organisations;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Mail about storage to those people of the organisation in scope who may do something about it.
@Component
public class StorageLetters {
    /// Enough to be heard; more would only be a storm.
    private static final int MOST_PEOPLE = 50;

    private final Notices notices;
    private final Authorities authorities;
    private final People people;
    private final Organisations organisations;

    StorageLetters(
            Notices notices, Authorities authorities, People people, Organisations organisations) {
        this.notices = notices;
        this.authorities = authorities;
        this.people = people;
        this.organisations = organisations;
    }

    /// Whether a mail would go to anybody.
    boolean reach(Capability whoMay) {
        return notices.canMail()
                && authorities.holders(whoMay, MOST_PEOPLE).stream()
                        .anyMatch(id -> people.find(id).flatMap(Person::email).isPresent());
    }

    /// @param path of the page where something can be done
    public void send(
            Capability whoMay, Template template, String path, Map<String, String> values) {
        if (!notices.canMail()) {
            return;
        }
        var language = organisations.current().language();
        var all = new HashMap<>(values);
        all.put("link", notices.url(path));
        for (var id : authorities.holders(whoMay, MOST_PEOPLE)) {
            var person = people.find(id).orElseThrow();
            all.put("name", person.name());
            person.email().ifPresent(address -> notices.mail(address, language, template, all));
        }
    }
}
