package io.dure.platform.authority.web;

import static java.util.Objects.requireNonNull;

import io.dure.platform.authority.Authorities;
import io.dure.platform.authority.Grant;
import io.dure.platform.authority.Grants;
import io.dure.platform.authority.Holding;
import io.dure.platform.authority.RoleKey;
import io.dure.platform.authority.Subject;
import io.dure.platform.people.People;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who holds which role, and why somebody may do something.
@RestController
@RequestMapping({"/api/o/{org}", "/api/console"})
class GrantController {
    private final Grants grants;
    private final Authorities authorities;
    private final People people;

    GrantController(Grants grants, Authorities authorities, People people) {
        this.grants = grants;
        this.authorities = authorities;
        this.people = people;
    }

    /// @param id of the person, rank, title or department
    /// @param withBelow where it is a department: people of those below it too
    record SubjectView(Subject.Kind kind, UUID id, boolean withBelow) {
        SubjectView {
            requireNonNull(kind, "kind");
            requireNonNull(id, "id");
        }
    }

    /// @param role a role's id
    /// @param scope the department it is narrowed to; null for the whole organisation
    record NewGrant(String role, SubjectView subject, @Nullable DepartmentId scope) {
        NewGrant {
            requireNonNull(role, "role");
            requireNonNull(subject, "subject");
        }
    }

    /// @param person the subject's name where it is a person
    /// @param by null where the server granted it
    record GrantView(
            UUID id,
            String role,
            SubjectView subject,
            @Nullable String person,
            @Nullable DepartmentId scope,
            @Nullable PersonId by,
            Instant at) {}

    record GrantPage(List<GrantView> items, @Nullable String next) {}

    /// @param grant through which; null where it comes with being a member or a guest
    /// @param within the departments it is narrowed to; null for the whole organisation
    record HoldingView(
            String capability,
            String role,
            String roleName,
            @Nullable GrantView grant,
            @Nullable Set<DepartmentId> within) {}

    record HoldingList(List<HoldingView> items) {}

    @GetMapping("/grants")
    GrantPage list(Caller caller, @RequestParam(required = false) @Nullable UUID cursor) {
        var page = grants.list(caller, Optional.ofNullable(cursor));
        var names = names(page);
        var next = page.size() < Grants.PAGE ? null : page.getLast().id().toString();
        return new GrantPage(page.stream().map(grant -> view(grant, names)).toList(), next);
    }

    @FreshProof
    @PostMapping("/grants")
    @ResponseStatus(HttpStatus.CREATED)
    GrantView grant(Caller caller, @RequestBody NewGrant body) {
        var subject = body.subject();
        var grant =
                grants.grant(
                        caller,
                        RoleKey.of(body.role()),
                        new Subject(subject.kind(), subject.id(), subject.withBelow()),
                        Optional.ofNullable(body.scope()));
        return view(grant, names(List.of(grant)));
    }

    @DeleteMapping("/grants/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        grants.revoke(caller, id);
    }

    /// Every capability that a person holds, and why.
    @GetMapping("/people/{id}/authority")
    HoldingList explain(Caller caller, @PathVariable PersonId id) {
        if (people.find(id).isEmpty()) {
            throw new UnknownThingException("person");
        }
        return new HoldingList(
                authorities.explain(caller, id).stream().map(GrantController::view).toList());
    }

    private Map<UUID, String> names(List<Grant> page) {
        var ids =
                page.stream()
                        .map(Grant::subject)
                        .filter(subject -> subject.kind() == Subject.Kind.PERSON)
                        .map(subject -> new PersonId(subject.id()))
                        .collect(Collectors.toSet());
        return people.names(ids).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
    }

    private static GrantView view(Grant grant, Map<UUID, String> names) {
        var subject = grant.subject();
        return new GrantView(
                grant.id(),
                grant.role().toString(),
                new SubjectView(subject.kind(), subject.id(), subject.withBelow()),
                names.get(subject.id()),
                grant.scope().orElse(null),
                grant.by().orElse(null),
                grant.at());
    }

    private static HoldingView view(Holding holding) {
        return new HoldingView(
                holding.capability().name(),
                holding.role().toString(),
                holding.roleName(),
                holding.grant().map(grant -> view(grant, Map.of())).orElse(null),
                holding.within().orElse(null));
    }
}
