package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.OPERATORS;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.Accounts;
import io.dure.platform.identity.LinkPath;
import io.dure.platform.people.Details;
import io.dure.platform.people.Directory;
import io.dure.platform.people.DirectoryQuery;
import io.dure.platform.people.Listing;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.people.Posts;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator's staff: people of the operator's own organisation, who sign in, are audited and
/// deactivated as any people are.
@Service
public class Operators {
    private final Directory directory;
    private final People people;
    private final Authorities authorities;
    private final Accounts accounts;

    Operators(Directory directory, People people, Authorities authorities, Accounts accounts) {
        this.directory = directory;
        this.people = people;
        this.authorities = authorities;
        this.accounts = accounts;
    }

    /// Somebody new, and the path of the page where they set their password: shown once.
    public record Invited(PersonId person, String path) {}

    @Transactional(readOnly = true)
    public List<Listing> list(Caller caller) {
        caller.require(OPERATORS);
        return directory
                .list(
                        caller,
                        new DirectoryQuery(
                                "",
                                Optional.empty(),
                                EnumSet.allOf(Person.State.class),
                                Set.of(Person.Kind.MEMBER),
                                Optional.empty(),
                                DirectoryQuery.MOST))
                .items();
    }

    /// @param role OWNER, who may invite others, or ADMINISTRATOR
    @Transactional
    public Invited invite(
            Caller caller,
            Organisation organisation,
            @Nullable String login,
            @Nullable String name,
            @Nullable String email,
            BuiltInRole role) {
        caller.require(OPERATORS);
        var details =
                new Details(
                        login, null, name, email, null, null, null, null, null, null, null, null);
        var person = people.create(caller, Person.Kind.MEMBER, details, Posts.NONE).person();
        authorities.grant(person.id(), role);
        var path = LinkPath.of(organisation);
        var link = accounts.link(caller, person.id(), path);
        return new Invited(person.id(), path.to(link.purpose(), link.secret()));
    }

    @Transactional
    public void deactivate(Caller caller, PersonId id) {
        caller.require(OPERATORS);
        var version = people.card(caller, id).person().version();
        people.deactivate(caller, id, version);
    }
}
