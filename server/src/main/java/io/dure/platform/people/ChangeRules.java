package io.dure.platform.people;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.ForbiddenException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may enter which dated change. Asked when it is entered, and again on its day.
@Component
class ChangeRules {
    private final People people;
    private final PostRules posts;
    private final Authors authors;

    ChangeRules(People people, PostRules posts, Authors authors) {
        this.people = people;
        this.posts = posts;
        this.authors = authors;
    }

    /// Asks of the author as of a caller of today.
    ///
    /// @throws AuthorMayNotException if it could not be entered now
    void requireStillMay(Author author, Change change) {
        authors.requireStillMay(author, caller -> requireMay(caller, change));
    }

    void requireMay(Caller caller, Change change) {
        switch (change) {
            case Change.Transfer(var person, var posted) -> {
                var before = people.card(person).posts();
                posts.requireMayChange(caller, before, posts.clean(posted.apply(before)));
            }
            case Change.Reorganisation(var steps) -> {
                requireReorganises(caller);
                var input = new Input();
                input.expect(
                        !steps.isEmpty() && steps.size() <= Change.Reorganisation.MOST_STEPS,
                        "steps",
                        "out-of-range",
                        "A reorganisation has 1 to "
                                + Change.Reorganisation.MOST_STEPS
                                + " steps.");
                input.check();
                posts.requireMayBringInto(
                        caller, steps.stream().flatMap(step -> target(step).stream()).toList());
                requireMayMove(caller, steps);
            }
        }
    }

    /// To take a change back needs the same say over the departments, but not that it could still
    /// be: that may be impossible by now.
    void requireMayCancel(Caller caller, Change change) {
        switch (change) {
            case Change.Transfer(var person, var posted) -> {
                var before = people.card(person).posts();
                posts.requireManages(caller, before, posted.apply(before));
            }
            case Change.Reorganisation _ -> requireReorganises(caller);
        }
    }

    private static void requireReorganises(Caller caller) {
        caller.require(PeopleCapabilities.DEPARTMENTS);
        caller.require(PeopleCapabilities.MANAGE);
    }

    /// A department may move below one that an earlier step opens or moves: so any new parent of
    /// any step counts for all.
    private void requireMayMove(Caller caller, List<Step> steps) {
        var parents =
                steps.stream()
                        .filter(step -> !(step instanceof Step.MovePeople))
                        .flatMap(step -> target(step).stream())
                        .toList();
        for (var step : steps) {
            if (step instanceof Step.Move(var moved, _, _)) {
                posts.requireMayMove(caller, moved, parents);
            }
        }
    }

    /// The department in which people come to stand, or below which.
    private static Optional<DepartmentId> target(Step step) {
        return switch (step) {
            case Step.Open open -> open.parent();
            case Step.Move move -> move.parent();
            case Step.MovePeople move -> Optional.of(move.to());
            case Step.Rename _, Step.Close _ -> Optional.empty();
        };
    }

    /// Transfers are listed to whoever manages people anywhere.
    void requireMayList(Caller caller, Change.Kind kind) {
        switch (kind) {
            case TRANSFER -> {
                if (!caller.authority().allowsSomewhere(PeopleCapabilities.MANAGE)) {
                    throw new ForbiddenException(PeopleCapabilities.MANAGE);
                }
            }
            case REORGANISATION -> caller.require(PeopleCapabilities.DEPARTMENTS);
        }
    }
}
