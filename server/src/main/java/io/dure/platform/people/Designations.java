package io.dure.platform.people;

import io.dure.platform.audit.Audit;
import io.dure.platform.people.Designation.Kind;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ranks and titles of the organisation in scope: two lists, each edited as a whole.
@Service
public class Designations {
    /// More than any organisation tells apart.
    static final int MOST = 200;

    private static final int LONGEST_NAME = 50;

    private final DesignationRepository repository;
    private final DepartmentRepository departments;
    private final PostRepository posts;
    private final Audit audit;
    private final InstantSource clock;

    Designations(
            DesignationRepository repository,
            DepartmentRepository departments,
            PostRepository posts,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.departments = departments;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    /// One line of an edited list.
    ///
    /// @param id left out for a new one
    public record Entry(@Nullable UUID id, @Nullable String name) {}

    @Transactional(readOnly = true)
    public DesignationList list(Caller caller, Kind kind) {
        caller.require(PeopleCapabilities.READ);
        return repository.list(kind);
    }

    /// Replaces the list: renames, reorders, adds, and removes what is left out and unused.
    ///
    /// @param version of the list that was edited
    @Transactional
    public DesignationList replace(Caller caller, Kind kind, long version, List<Entry> entries) {
        caller.require(PeopleCapabilities.DEPARTMENTS);
        departments.lockTree();
        repository.touch(kind);
        var before = repository.list(kind);
        if (before.version() != version + 1) {
            throw new StaleVersionException("list");
        }
        var items = clean(before, entries);
        requireUnused(kind, before, items);
        repository.replace(kind, items);
        posts.sortByRank();
        audit.record(caller, "people.designations-changed", "list:" + kind.name(), Map.of());
        return repository.list(kind);
    }

    private List<Designation> clean(DesignationList before, List<Entry> entries) {
        var input = new Input();
        input.expect(
                entries.size() <= MOST, "items", "too-many", "The list has at most " + MOST + ".");
        var items = entries.stream().map(entry -> clean(input, before, entry)).toList();
        expectDistinct(input, items.stream().map(Designation::name).toList());
        expectDistinct(input, items.stream().map(Designation::id).toList());
        input.check();
        return items;
    }

    private Designation clean(Input input, DesignationList before, Entry entry) {
        var name = input.text("name", entry.name(), 1, LONGEST_NAME);
        var id = entry.id();
        if (id == null) {
            return new Designation(UuidV7.next(clock), name);
        }
        input.expect(before.holds(id), "id", "unknown", "The list has no such entry.");
        return new Designation(id, name);
    }

    private static void expectDistinct(Input input, List<?> values) {
        input.expect(
                new HashSet<>(values).size() == values.size(),
                "items",
                "twice",
                "The list has an entry twice.");
    }

    private void requireUnused(Kind kind, DesignationList before, List<Designation> after) {
        var removed = before.items().stream().map(Designation::id).collect(Collectors.toSet());
        after.forEach(item -> removed.remove(item.id()));
        var used = repository.used(kind, removed);
        before.items().stream()
                .filter(item -> used.contains(item.id()))
                .findFirst()
                .ifPresent(item -> {
                    throw new ConflictException(
                            "designation-in-use", "People still have " + item.name() + ".");
                });
    }
}
