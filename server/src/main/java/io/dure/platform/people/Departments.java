package io.dure.platform.people;

import io.dure.platform.audit.Audit;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tree of departments of the organisation in scope.
@Service
public class Departments {
    private static final int LONGEST_NAME = 100;

    private final DepartmentRepository repository;
    private final PersonRepository people;
    private final PostRules rules;
    private final Calendar calendar;
    private final Audit audit;
    private final InstantSource clock;

    Departments(
            DepartmentRepository repository,
            PersonRepository people,
            PostRules rules,
            Calendar calendar,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.people = people;
        this.rules = rules;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /// The org chart: heads, and how many people each has.
    @Transactional(readOnly = true)
    public DepartmentTree tree(Caller caller) {
        caller.require(PeopleCapabilities.READ);
        return repository.tree();
    }

    /// Opens a department, as the last of its siblings.
    @Transactional
    public Department create(Caller caller, @Nullable String name, Optional<DepartmentId> parent) {
        caller.require(PeopleCapabilities.DEPARTMENTS);
        repository.lockTree();
        var id = new DepartmentId(UuidV7.next(clock));
        create(id, name, parent);
        return recorded(caller, "departments.opened", id);
    }

    void create(DepartmentId id, @Nullable String name, Optional<DepartmentId> parent) {
        var tree = repository.tree();
        var clean = cleanName(name);
        parent.ifPresent(above -> known(tree, above));
        if (tree.size() >= DepartmentTree.MOST) {
            throw new ConflictException(
                    "too-many-departments",
                    "There are at most " + DepartmentTree.MOST + " departments.");
        }
        checkDepth(tree, parent, 1);
        checkNameFree(tree, parent, clean, id);
        if (!repository.insert(id, parent, clean, tree.children(parent).size())) {
            throw new ConflictException(
                    "department-exists", "There is, or was, a department of the id " + id + ".");
        }
    }

    /// Renames a department, or gives it another head.
    @Transactional
    public Department edit(
            Caller caller,
            DepartmentId id,
            long version,
            @Nullable String name,
            Optional<PersonId> head) {
        caller.require(PeopleCapabilities.DEPARTMENTS);
        repository.lockTree();
        var department = known(repository.tree(), id);
        if (department.version() != version) {
            throw new StaleVersionException("department");
        }
        head.ifPresent(this::requireActive);
        rename(id, name, head);
        return recorded(caller, "departments.changed", id);
    }

    void rename(DepartmentId id, @Nullable String name) {
        var department = known(repository.tree(), id);
        rename(id, name, department.head().map(Department.Head::id));
    }

    private void rename(DepartmentId id, @Nullable String name, Optional<PersonId> head) {
        var tree = repository.tree();
        var clean = cleanName(name);
        checkNameFree(tree, known(tree, id).parent(), clean, id);
        repository.update(id, clean, head);
    }

    /// Moves a department with all below it.
    ///
    /// @param position among its new siblings, from 0; beyond the last means last
    @Transactional
    public Department move(
            Caller caller, DepartmentId id, Optional<DepartmentId> parent, int position) {
        caller.require(PeopleCapabilities.DEPARTMENTS);
        repository.lockTree();
        rules.requireMayBringInto(caller, parent.stream().toList());
        rules.requireMayMove(caller, id, parent.stream().toList());
        move(id, parent, position);
        return recorded(caller, "departments.moved", id);
    }

    void move(DepartmentId id, Optional<DepartmentId> parent, int position) {
        var tree = repository.tree();
        var department = known(tree, id);
        parent.ifPresent(above -> known(tree, above));
        if (parent.filter(above -> tree.isWithin(above, id)).isPresent()) {
            throw new ConflictException(
                    "department-below-itself", "A department cannot move below itself.");
        }
        checkDepth(tree, parent, tree.height(id));
        checkNameFree(tree, parent, department.name(), id);
        repository.move(id, parent);
        var siblings = new ArrayList<>(tree.children(parent).stream().map(Department::id).toList());
        siblings.remove(id);
        siblings.add(Math.clamp(position, 0, siblings.size()), id);
        repository.order(siblings);
    }

    /// Closes a department in which nobody is left. It stays in the history.
    @Transactional
    public void close(Caller caller, DepartmentId id) {
        caller.require(PeopleCapabilities.DEPARTMENTS);
        repository.lockTree();
        recorded(caller, "departments.closed", id);
        close(id);
    }

    void close(DepartmentId id) {
        var tree = repository.tree();
        var department = known(tree, id);
        if (repository.isStaffed(id) || !tree.children(Optional.of(id)).isEmpty()) {
            throw new ConflictException(
                    "department-in-use",
                    department.name() + " still has people or departments below it.");
        }
        repository.close(id, calendar.today());
    }

    /// @return the open department
    Department known(DepartmentTree tree, DepartmentId id) {
        return tree.find(id).orElseThrow(() -> new UnknownThingException("department"));
    }

    /// @return the department as it is now, which the trail calls by this name
    private Department recorded(Caller caller, String action, DepartmentId id) {
        var department = known(repository.tree(), id);
        audit.record(caller, action, "department:" + id, Map.of("name", department.name()));
        return department;
    }

    private void requireActive(PersonId head) {
        if (people.byId(head).filter(person -> person.state() != Person.State.INACTIVE).isEmpty()) {
            throw new InvalidInputException("head", "unknown", "There is no such person.");
        }
    }

    private static String cleanName(@Nullable String name) {
        var input = new Input();
        var clean = input.text("name", name, 1, LONGEST_NAME);
        input.expect(
                clean.indexOf('/') < 0, "name", "has-slash", "A department's name has no slash.");
        input.check();
        return clean;
    }

    private static void checkDepth(DepartmentTree tree, Optional<DepartmentId> parent, int height) {
        var above = parent.map(id -> tree.path(id).size()).orElse(0);
        if (above + height > DepartmentTree.DEEPEST) {
            throw new ConflictException(
                    "departments-too-deep",
                    "Departments go at most " + DepartmentTree.DEEPEST + " levels deep.");
        }
    }

    private static void checkNameFree(
            DepartmentTree tree, Optional<DepartmentId> parent, String name, DepartmentId self) {
        List<Department> siblings = tree.children(parent);
        if (siblings.stream()
                .anyMatch(other -> other.name().equals(name) && !other.id().equals(self))) {
            throw new ConflictException(
                    "name-taken", "There is a department " + name + " already.");
        }
    }
}
