package io.dure.platform.authority;

import io.dure.platform.audit.Audit;
import io.dure.platform.authority.GrantRepository.Granted;
import io.dure.platform.people.Designation;
import io.dure.platform.people.Placements;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which roles are granted to whom in the organisation in scope.
@Service
public class Grants {
    /// Grants to ranks, titles and departments are read at every request, so there are few.
    static final int MOST_TO_POSTS = 500;

    /// A page that still answers at once.
    public static final int PAGE = 200;

    private final GrantRepository repository;
    private final Roles roles;
    private final Holdings holdings;
    private final Limits limits;
    private final Placements placements;
    private final Audit audit;
    private final InstantSource clock;

    Grants(
            GrantRepository repository,
            Roles roles,
            Holdings holdings,
            Limits limits,
            Placements placements,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.roles = roles;
        this.holdings = holdings;
        this.limits = limits;
        this.placements = placements;
        this.audit = audit;
        this.clock = clock;
    }

    /// The latest first.
    ///
    /// @param before the last of the page before
    @Transactional(readOnly = true)
    public List<Grant> list(Caller caller, Optional<UUID> before) {
        caller.require(AuthorityCapabilities.MANAGE);
        return repository.page(before, PAGE);
    }

    /// Puts a role into somebody's hands.
    ///
    /// @param scope the department to narrow it to; empty for the whole organisation
    /// @throws BeyondAuthorityException if it carries what the caller does not hold
    @Transactional
    public Grant grant(Caller caller, RoleKey role, Subject subject, Optional<DepartmentId> scope) {
        caller.require(AuthorityCapabilities.MANAGE);
        check(role, subject, scope);
        var grant =
                new Grant(
                        UuidV7.next(clock),
                        role,
                        subject,
                        scope,
                        Optional.of(caller.person()),
                        clock.instant());
        requireCovers(caller, grant);
        if (subject.kind() != Subject.Kind.PERSON && repository.countToPosts() >= MOST_TO_POSTS) {
            throw new ConflictException(
                    "too-many-grants", "There are at most " + MOST_TO_POSTS + " such grants.");
        }
        if (!repository.insert(grant)) {
            throw new ConflictException("already-granted", "This is granted already.");
        }
        record(caller, "authority.granted", grant);
        return grant;
    }

    /// Takes a role away again, at once.
    ///
    /// @throws LastOwnerException if nobody who came in already would own the organisation
    @Transactional
    public void revoke(Caller caller, UUID id) {
        caller.require(AuthorityCapabilities.MANAGE);
        var grant = repository.find(id).orElseThrow(() -> new UnknownThingException("grant"));
        requireCovers(caller, grant);
        if (grant.role().equals(new RoleKey.BuiltIn(BuiltInRole.OWNER))) {
            limits.requireOwnerBeside(new PersonId(grant.subject().id()));
        }
        repository.delete(id);
        record(caller, "authority.revoked", grant);
    }

    private void requireCovers(Caller caller, Grant grant) {
        var role = roles.find(grant.role());
        var granted = new Granted(grant, role.isBuiltIn() ? Optional.empty() : Optional.of(role));
        var below = placements.below(grant.scope().stream().toList());
        limits.requireCovers(caller, holdings.of(granted, below).toList());
    }

    private void check(RoleKey role, Subject subject, Optional<DepartmentId> scope) {
        if (!exists(subject)) {
            throw new InvalidInputException("subject", "unknown", "There is no such subject.");
        }
        scope.filter(department -> !placements.isOpen(department))
                .ifPresent(_ -> {
                    throw new InvalidInputException(
                            "scope", "unknown", "There is no such department.");
                });
        if (role instanceof RoleKey.BuiltIn(var builtIn)) {
            checkBuiltIn(builtIn, subject, scope);
        }
    }

    private boolean exists(Subject subject) {
        var id = subject.id();
        return switch (subject.kind()) {
            case PERSON -> placements.isPresent(new PersonId(id));
            case RANK -> placements.isDesignation(Designation.Kind.RANK, id);
            case TITLE -> placements.isDesignation(Designation.Kind.TITLE, id);
            case DEPARTMENT -> placements.isOpen(new DepartmentId(id));
        };
    }

    private static void checkBuiltIn(
            BuiltInRole role, Subject subject, Optional<DepartmentId> scope) {
        var grantable =
                switch (role) {
                    case OWNER -> subject.kind() == Subject.Kind.PERSON && scope.isEmpty();
                    case ADMINISTRATOR -> scope.isEmpty();
                    case MEMBER, GUEST -> false;
                };
        if (!grantable) {
            throw new InvalidInputException(
                    "role", "not-grantable", role + " cannot be granted so.");
        }
    }

    private void record(Caller caller, String action, Grant grant) {
        audit.record(
                caller,
                action,
                grant.subject().kind().name().toLowerCase(Locale.ROOT) + ":" + grant.subject().id(),
                Map.of(
                        "role", grant.role().toString(),
                        "scope", grant.scope().map(DepartmentId::toString).orElse("")));
    }
}
