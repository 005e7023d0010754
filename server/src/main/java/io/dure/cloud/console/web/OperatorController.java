package io.dure.cloud.console.web;

import io.dure.cloud.console.Operators;
import io.dure.platform.people.Person;
import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.ShownOnce;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The operator's staff.
@RestController
@RequestMapping("/api/console/operators")
class OperatorController {
    private final Operators operators;

    OperatorController(Operators operators) {
        this.operators = operators;
    }

    record OperatorView(PersonId id, String name, @Nullable String email, Person.State state) {}

    record OperatorList(List<OperatorView> items) {}

    /// @param role OWNER, who may invite others, or ADMINISTRATOR
    record OperatorRequest(
            @Nullable String login,
            @Nullable String name,
            @Nullable String email,
            @Nullable BuiltInRole role) {}

    /// @param path of the page where they set a password; works once, shown once
    record OperatorInvitation(PersonId person, String path) {}

    @GetMapping
    OperatorList list(Caller caller) {
        return new OperatorList(
                operators.list(caller).stream()
                        .map(each ->
                                new OperatorView(
                                        each.id(),
                                        each.name(),
                                        each.email().orElse(null),
                                        each.state()))
                        .toList());
    }

    @InPerson
    @FreshProof
    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    OperatorInvitation invite(
            Caller caller, Organisation organisation, @RequestBody OperatorRequest body) {
        var role = body.role() == null ? BuiltInRole.ADMINISTRATOR : body.role();
        var input = new Input();
        input.expect(
                role == BuiltInRole.OWNER || role == BuiltInRole.ADMINISTRATOR,
                "role",
                "unknown",
                "An operator is OWNER or ADMINISTRATOR.");
        input.check();
        var invited =
                operators.invite(
                        caller, organisation, body.login(), body.name(), body.email(), role);
        return new OperatorInvitation(invited.person(), invited.path());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(Caller caller, @PathVariable UUID id) {
        operators.deactivate(caller, new PersonId(id));
    }
}
