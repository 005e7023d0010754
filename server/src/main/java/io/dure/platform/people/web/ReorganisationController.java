package io.dure.platform.people.web;

import io.dure.platform.people.Change;
import io.dure.platform.people.Changes;
import io.dure.platform.people.DatedChange;
import io.dure.platform.people.web.ChangeViews.ReorganisationForm;
import io.dure.platform.people.web.ChangeViews.ReorganisationPage;
import io.dure.platform.people.web.ChangeViews.ReorganisationView;
import io.dure.platform.tenancy.Caller;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/// Reorganisations: changes of the tree of departments, today or on a day to come.
@RestController
@RequestMapping({"/api/o/{org}/reorganisations", "/api/console/reorganisations"})
class ReorganisationController {
    private final Changes changes;
    private final InstantSource clock;

    ReorganisationController(Changes changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /// Lists reorganisations, the latest entered first.
    ///
    /// @param state left out: all
    @GetMapping
    ReorganisationPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable Set<DatedChange.@Nullable State> state,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var page =
                changes.list(
                        caller,
                        Change.Kind.REORGANISATION,
                        Chosen.of(state, Set.of(DatedChange.State.values())),
                        Optional.empty(),
                        Optional.ofNullable(cursor));
        var next = page.size() < Changes.PAGE ? null : page.getLast().id().toString();
        return new ReorganisationPage(page.stream().map(ReorganisationView::of).toList(), next);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReorganisationView enter(Caller caller, @RequestBody ReorganisationForm body) {
        var steps = body.steps().stream().map(step -> step.step(clock)).toList();
        return ReorganisationView.of(
                changes.enter(
                        caller, new Change.Reorganisation(steps), body.effectiveOn(), body.note()));
    }

    /// Takes back a reorganisation whose day has not come.
    @PostMapping("/{id}/cancel")
    ReorganisationView cancel(Caller caller, @PathVariable UUID id) {
        return ReorganisationView.of(changes.cancel(caller, Change.Kind.REORGANISATION, id));
    }
}
