package io.dure.platform.people;

import io.dure.platform.audit.Audit;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The groups of the organisation in scope. Whoever reads the directory sees all; a guest those
/// they are in, and who else is.
@Service
public class Groups {
    /// Few enough to show in one list.
    static final int MOST = 1_000;

    static final int MOST_MEMBERS = 10_000;

    /// A page that still answers at once.
    public static final int PAGE = 200;

    private final GroupRepository repository;
    private final Placements placements;
    private final Audit audit;
    private final InstantSource clock;

    Groups(GroupRepository repository, Placements placements, Audit audit, InstantSource clock) {
        this.repository = repository;
        this.placements = placements;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Group> list(Caller caller) {
        return caller.may(PeopleCapabilities.READ)
                ? repository.all()
                : repository.of(caller.person());
    }

    /// @param after the last of the page before
    @Transactional(readOnly = true)
    public List<GroupMember> members(Caller caller, UUID id, Optional<PersonId> after) {
        if (!caller.may(PeopleCapabilities.READ) && !repository.isMember(id, caller.person())) {
            throw new UnknownThingException("group");
        }
        requireKnown(id);
        return repository.members(id, after, PAGE);
    }

    @Transactional
    public Group create(Caller caller, @Nullable String name, @Nullable String description) {
        caller.require(PeopleCapabilities.MANAGE);
        var id = UuidV7.next(clock);
        var clean = clean(id, name, description, 1);
        if (repository.all().size() >= MOST) {
            throw new ConflictException("too-many-groups", "There are at most 1,000 groups.");
        }
        if (!repository.insert(id, clean.name(), clean.description())) {
            throw nameTaken(clean.name());
        }
        record(caller, "groups.made", id, Map.of("name", clean.name()));
        return found(id);
    }

    @Transactional
    public Group edit(
            Caller caller,
            UUID id,
            long version,
            @Nullable String name,
            @Nullable String description) {
        caller.require(PeopleCapabilities.MANAGE);
        requireKnown(id);
        var clean = clean(id, name, description, version);
        if (!repository.update(id, version, clean.name(), clean.description())) {
            throw new StaleVersionException("group");
        }
        record(caller, "groups.changed", id, Map.of("name", clean.name()));
        return found(id);
    }

    @Transactional
    public void delete(Caller caller, UUID id) {
        caller.require(PeopleCapabilities.MANAGE);
        var group = found(id);
        repository.delete(id);
        record(caller, "groups.deleted", id, Map.of("name", group.name()));
    }

    @Transactional
    public void add(Caller caller, UUID id, PersonId person) {
        caller.require(PeopleCapabilities.MANAGE);
        if (found(id).members() >= MOST_MEMBERS) {
            throw new ConflictException("too-many-members", "A group has at most 10,000 people.");
        }
        if (!placements.isPresent(person)) {
            throw new InvalidInputException("person", "unknown", "There is no such person.");
        }
        repository.add(id, person);
        record(caller, "groups.member-added", id, Map.of("person", person.toString()));
    }

    @Transactional
    public void remove(Caller caller, UUID id, PersonId person) {
        caller.require(PeopleCapabilities.MANAGE);
        requireKnown(id);
        repository.remove(id, person);
        record(caller, "groups.member-removed", id, Map.of("person", person.toString()));
    }

    private void requireKnown(UUID id) {
        if (repository.find(id).isEmpty()) {
            throw new UnknownThingException("group");
        }
    }

    private Group found(UUID id) {
        return repository.find(id).orElseThrow(() -> new UnknownThingException("group"));
    }

    private Group clean(
            UUID id, @Nullable String name, @Nullable String description, long version) {
        var input = new Input();
        var clean =
                new Group(
                        id,
                        input.text("name", name, 1, 100),
                        input.text("description", description, 0, 500),
                        0,
                        version);
        input.check();
        if (repository.isNameTaken(clean.name(), id)) {
            throw nameTaken(clean.name());
        }
        return clean;
    }

    private void record(Caller caller, String action, UUID group, Map<String, String> detail) {
        audit.record(caller, action, "group:" + group, detail);
    }

    private static ConflictException nameTaken(String name) {
        return new ConflictException("name-taken", "There is a group " + name + " already.");
    }
}
