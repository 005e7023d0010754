package io.dure.platform.people.web;

import io.dure.platform.people.Change;
import io.dure.platform.people.Changes;
import io.dure.platform.people.DatedChange;
import io.dure.platform.people.Failure;
import io.dure.platform.people.People;
import io.dure.platform.people.web.ChangeViews.TransferForm;
import io.dure.platform.people.web.ChangeViews.TransferPage;
import io.dure.platform.people.web.ChangeViews.TransferView;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Transfers: how people change posts, today or on a day to come.
@RestController
@RequestMapping({"/api/o/{org}/transfers", "/api/console/transfers"})
class TransferController {
    private final Changes changes;
    private final People people;

    TransferController(Changes changes, People people) {
        this.changes = changes;
        this.people = people;
    }

    /// Lists transfers, the latest entered first.
    ///
    /// @param state left out: all
    /// @param person whose; left out: everybody's
    @GetMapping
    TransferPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable Set<DatedChange.@Nullable State> state,
            @RequestParam(required = false) @Nullable PersonId person,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var page =
                changes.list(
                        caller,
                        Change.Kind.TRANSFER,
                        Chosen.of(state, Set.of(DatedChange.State.values())),
                        Optional.ofNullable(person),
                        Optional.ofNullable(cursor));
        var next = page.size() < Changes.PAGE ? null : page.getLast().id().toString();
        return new TransferPage(views(page), next);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TransferView enter(Caller caller, @RequestBody TransferForm body) {
        var entered = changes.enter(caller, body.transfer(), body.effectiveOn(), body.note());
        return views(List.of(entered)).getFirst();
    }

    /// Takes back a transfer whose day has not come.
    @PostMapping("/{id}/cancel")
    TransferView cancel(Caller caller, @PathVariable UUID id) {
        return views(List.of(changes.cancel(caller, Change.Kind.TRANSFER, id))).getFirst();
    }

    private List<TransferView> views(List<DatedChange> page) {
        var names =
                people.names(
                        page.stream()
                                .map(change -> transfer(change).person())
                                .collect(Collectors.toSet()));
        return page.stream().map(change -> view(change, names)).toList();
    }

    private static TransferView view(DatedChange change, Map<PersonId, String> names) {
        var transfer = transfer(change);
        return new TransferView(
                change.id(),
                TransferForm.of(transfer, change),
                names.get(transfer.person()),
                change.state(),
                change.before().map(PersonViews::views).orElse(null),
                change.enteredBy().person(),
                change.enteredAt(),
                change.settledAt().orElse(null),
                change.failure().map(Failure::reason).orElse(null),
                change.failure().flatMap(Failure::code).orElse(null));
    }

    private static Change.Transfer transfer(DatedChange change) {
        return switch (change.change()) {
            case Change.Transfer transfer -> transfer;
            case Change.Reorganisation _ -> throw new IllegalArgumentException("no transfer");
        };
    }
}
