package io.dure.platform.authority.web;

import io.dure.platform.authority.Role;
import io.dure.platform.authority.Roles;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.FreshProof;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Roles, and the capabilities they are made of.
@RestController
@RequestMapping({"/api/o/{org}", "/api/console"})
class RoleController {
    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    /// @param narrowable whether a grant of it may be narrowed to a department
    record CapabilityView(String name, boolean narrowable) {}

    record CapabilityList(List<CapabilityView> items) {}

    /// @param id `OWNER`, `ADMINISTRATOR`, `MEMBER`, `GUEST`, or a UUID
    record RoleView(
            String id,
            String name,
            String description,
            List<String> capabilities,
            boolean builtIn,
            long version) {}

    record RoleList(List<RoleView> items) {}

    record RoleForm(String name, @Nullable String description, Set<String> capabilities) {
        Roles.Draft draft() {
            return new Roles.Draft(name, description, capabilities);
        }
    }

    @GetMapping("/capabilities")
    CapabilityList capabilities(Caller caller) {
        return new CapabilityList(
                roles.capabilities(caller).stream().map(RoleController::view).toList());
    }

    @GetMapping("/roles")
    RoleList list(Caller caller) {
        return new RoleList(roles.list(caller).stream().map(RoleController::view).toList());
    }

    @FreshProof
    @PostMapping("/roles")
    ResponseEntity<RoleView> create(Caller caller, @RequestBody RoleForm body) {
        return answer(HttpStatus.CREATED, roles.create(caller, body.draft()));
    }

    @FreshProof
    @PutMapping("/roles/{id}")
    ResponseEntity<RoleView> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RoleForm body) {
        return answer(HttpStatus.OK, roles.edit(caller, id, Version.of(ifMatch), body.draft()));
    }

    /// Removes a role that nobody holds.
    @DeleteMapping("/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        roles.delete(caller, id);
    }

    private static ResponseEntity<RoleView> answer(HttpStatus status, Role role) {
        return ResponseEntity.status(status).eTag(Version.etag(role.version())).body(view(role));
    }

    private static CapabilityView view(Capability capability) {
        return new CapabilityView(
                capability.name(), capability.reach() == Capability.Reach.DEPARTMENT);
    }

    private static RoleView view(Role role) {
        return new RoleView(
                role.key().toString(),
                role.name(),
                role.description(),
                role.capabilities().stream().sorted().toList(),
                role.isBuiltIn(),
                role.version());
    }
}
