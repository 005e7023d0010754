package io.dure.platform.authority;

import io.dure.platform.audit.Audit;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The roles of the organisation in scope.
@Service
public class Roles {
    /// More than anybody could keep apart.
    static final int MOST = 200;

    private final RoleRepository repository;
    private final Catalog catalog;
    private final Limits limits;
    private final Audit audit;
    private final InstantSource clock;

    Roles(
            RoleRepository repository,
            Catalog catalog,
            Limits limits,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.catalog = catalog;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a form says of a role.
    public record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable Set<String> capabilities) {}

    /// Every capability that modules declare for this organisation, by name.
    @Transactional(readOnly = true)
    public List<Capability> capabilities(Caller caller) {
        caller.require(AuthorityCapabilities.MANAGE);
        return catalog.all();
    }

    /// The built-in roles from the most to the least powerful, then the organisation's own by name.
    @Transactional(readOnly = true)
    public List<Role> list(Caller caller) {
        caller.require(AuthorityCapabilities.MANAGE);
        var builtIn = Stream.of(BuiltInRole.values()).map(catalog::role);
        return Stream.concat(builtIn, repository.list().stream()).toList();
    }

    /// @throws BeyondAuthorityException if the caller does not hold all that it carries
    @Transactional
    public Role create(Caller caller, Draft draft) {
        caller.require(AuthorityCapabilities.MANAGE);
        var id = UuidV7.next(clock);
        var role = clean(caller, id, 1, draft);
        if (repository.count() >= MOST) {
            throw new ConflictException("too-many-roles", "There are at most " + MOST + " roles.");
        }
        if (!repository.insert(id, role.name(), role.description(), role.capabilities())) {
            throw nameTaken(role.name());
        }
        record(caller, "authority.role-made", role);
        return role;
    }

    @Transactional
    public Role edit(Caller caller, UUID id, long version, Draft draft) {
        caller.require(AuthorityCapabilities.MANAGE);
        var before = find(id);
        limits.requireCovers(caller, everywhere(before));
        var role = clean(caller, id, version + 1, draft);
        if (repository.isNameTaken(role.name(), id)) {
            throw nameTaken(role.name());
        }
        if (!repository.update(id, version, role.name(), role.description(), role.capabilities())) {
            throw new StaleVersionException("role");
        }
        record(caller, "authority.role-changed", role);
        return role;
    }

    /// @throws ConflictException while it is granted to anybody
    @Transactional
    public void delete(Caller caller, UUID id) {
        caller.require(AuthorityCapabilities.MANAGE);
        var role = find(id);
        if (repository.isGranted(id)) {
            throw new ConflictException("role-in-use", role.name() + " is granted to somebody.");
        }
        repository.delete(id);
        record(caller, "authority.role-deleted", role);
    }

    /// @throws UnknownThingException if there is none
    Role find(RoleKey key) {
        return switch (key) {
            case RoleKey.BuiltIn(var role) -> catalog.role(role);
            case RoleKey.Own(var id) -> find(id);
        };
    }

    private Role find(UUID id) {
        return repository.find(id).orElseThrow(() -> new UnknownThingException("role"));
    }

    private Role clean(Caller caller, UUID id, long version, Draft draft) {
        var input = new Input();
        var names = draft.capabilities() == null ? Set.<String>of() : draft.capabilities();
        input.expect(
                names.stream().allMatch(name -> catalog.find(name).isPresent()),
                "capabilities",
                "unknown",
                "There is no such capability.");
        var role =
                new Role(
                        new RoleKey.Own(id),
                        input.text("name", draft.name(), 1, 50),
                        input.text("description", draft.description(), 0, 500),
                        names,
                        version);
        input.check();
        limits.requireCovers(caller, everywhere(role));
        return role;
    }

    private Collection<Holding> everywhere(Role role) {
        return catalog.of(role).stream()
                .map(capability ->
                        new Holding(
                                capability,
                                role.key(),
                                role.name(),
                                Optional.empty(),
                                Optional.empty()))
                .toList();
    }

    private void record(Caller caller, String action, Role role) {
        var capabilities = String.join(" ", role.capabilities().stream().sorted().toList());
        audit.record(
                caller,
                action,
                "role:" + role.key(),
                Map.of("name", role.name(), "capabilities", capabilities));
    }

    private static ConflictException nameTaken(String name) {
        return new ConflictException("name-taken", "There is a role " + name + " already.");
    }
}
