package io.dure.platform.authority;

import io.dure.platform.authority.GrantRepository.Granted;
import io.dure.platform.people.Person;
import io.dure.platform.people.Placement;
import io.dure.platform.people.Placements;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Works out what people hold. Two statements a person: the grants, and where the person stands.
@Component
class Holdings {
    private final GrantRepository grants;
    private final Placements placements;
    private final Catalog catalog;

    Holdings(GrantRepository grants, Placements placements, Catalog catalog) {
        this.grants = grants;
        this.placements = placements;
        this.catalog = catalog;
    }

    /// What a person may use now: nothing for somebody who is deactivated or does not exist.
    List<Holding> inUse(PersonId person) {
        return of(person, placement -> placement.state() != Person.State.INACTIVE);
    }

    /// What a person holds, were they deactivated, too: it waits for their return.
    List<Holding> of(PersonId person) {
        return of(person, _ -> true);
    }

    private List<Holding> of(PersonId person, Predicate<Placement> counts) {
        var concerning = grants.concerning(List.of(person));
        return placements
                .of(person, scopes(concerning))
                .filter(counts)
                .map(placement -> of(placement, concerning))
                .orElse(List.of());
    }

    /// What any of these people hold, in as many statements as for one.
    List<Holding> ofAny(Collection<PersonId> people) {
        var concerning = grants.concerning(people);
        return placements.together(people, scopes(concerning)).stream()
                .flatMap(placement -> of(placement, concerning).stream())
                .toList();
    }

    /// Everybody whom a grant of this capability for the whole organisation could take in.
    Set<PersonId> perhapsHolding(Capability capability) {
        var subjects =
                grants.everywhere().stream()
                        .filter(granted ->
                                of(granted, Map.of())
                                        .anyMatch(
                                                holding -> holding.capability().equals(capability)))
                        .map(granted -> granted.grant().subject())
                        .toList();
        var people = new TreeSet<>(Comparator.comparing(PersonId::value));
        ids(subjects, Subject.Kind.PERSON).map(PersonId::new).forEach(people::add);
        var departments = ids(subjects, Subject.Kind.DEPARTMENT).map(DepartmentId::new).toList();
        people.addAll(
                placements.standing(
                        Stream.concat(
                                        ids(subjects, Subject.Kind.RANK),
                                        ids(subjects, Subject.Kind.TITLE))
                                .toList(),
                        placements.below(departments).values().stream()
                                .flatMap(Set::stream)
                                .toList()));
        return people;
    }

    private static Stream<UUID> ids(List<Subject> subjects, Subject.Kind kind) {
        return subjects.stream().filter(subject -> subject.kind() == kind).map(Subject::id);
    }

    private static List<DepartmentId> scopes(List<Granted> concerning) {
        return concerning.stream().flatMap(granted -> granted.grant().scope().stream()).toList();
    }

    private List<Holding> of(Placement placement, List<Granted> concerning) {
        var granted =
                concerning.stream()
                        .filter(each -> each.grant().subject().takesIn(placement))
                        .flatMap(each -> of(each, placement.below()));
        return Stream.concat(byKind(placement.kind()), granted).toList();
    }

    private Stream<Holding> byKind(Person.Kind kind) {
        var role =
                switch (kind) {
                    case MEMBER -> BuiltInRole.MEMBER;
                    case GUEST -> BuiltInRole.GUEST;
                };
        return catalog.of(role).stream()
                .map(capability ->
                        new Holding(
                                capability,
                                new RoleKey.BuiltIn(role),
                                role.name(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /// What one grant gives to whoever it takes in.
    ///
    /// @param below the departments of each scope
    Stream<Holding> of(Granted granted, Map<DepartmentId, Set<DepartmentId>> below) {
        var grant = granted.grant();
        var role = granted.role().orElseGet(() -> catalog.role(builtIn(grant)));
        return carried(role, grant.scope())
                .map(capability ->
                        new Holding(
                                capability,
                                role.key(),
                                role.name(),
                                Optional.of(grant),
                                grant.scope().map(top -> below.getOrDefault(top, Set.of()))));
    }

    /// What cannot be narrowed is not carried by a grant that is.
    private Stream<Capability> carried(Role role, Optional<DepartmentId> scope) {
        return catalog.of(role).stream()
                .filter(capability -> scope.isEmpty() || capability.reach() == Reach.DEPARTMENT);
    }

    private static BuiltInRole builtIn(Grant grant) {
        return switch (grant.role()) {
            case RoleKey.BuiltIn(var role) -> role;
            case RoleKey.Own(var id) -> throw new IllegalStateException("no role " + id);
        };
    }
}
