package io.dure.platform.people.web;

import static java.util.Objects.requireNonNull;

import io.dure.platform.people.Change;
import io.dure.platform.people.DatedChange;
import io.dure.platform.people.Failure;
import io.dure.platform.people.Post;
import io.dure.platform.people.PostChange;
import io.dure.platform.people.Posts;
import io.dure.platform.people.Step;
import io.dure.platform.people.web.PersonViews.PostView;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Transfers and reorganisations as JSON.
final class ChangeViews {
    private ChangeViews() {}

    /// Exactly one of `replace`, `add` and `end` says what happens to the posts.
    ///
    /// @param effectiveOn left out: today
    record TransferForm(
            PersonId person,
            @Nullable List<PostView> replace,
            @Nullable PostView add,
            @Nullable DepartmentId end,
            @Nullable LocalDate effectiveOn,
            @Nullable String note) {
        TransferForm {
            requireNonNull(person, "person");
            replace = replace == null ? null : List.copyOf(replace);
        }

        Change.Transfer transfer() {
            if (replace != null && add == null && end == null) {
                return new Change.Transfer(
                        person, new PostChange.Replace(PersonViews.posts(replace)));
            }
            if (replace == null && add != null && end == null) {
                return new Change.Transfer(person, new PostChange.Add(add.post()));
            }
            if (replace == null && add == null && end != null) {
                return new Change.Transfer(person, new PostChange.End(end));
            }
            throw new InvalidInputException(
                    "posts", "one-of", "Send exactly one of replace, add and end.");
        }

        static TransferForm of(Change.Transfer transfer, DatedChange change) {
            var on = change.effectiveOn();
            var note = change.note();
            return switch (transfer.posts()) {
                case PostChange.Replace(Posts posts) ->
                        new TransferForm(
                                transfer.person(), PersonViews.views(posts), null, null, on, note);
                case PostChange.Add(Post post) ->
                        new TransferForm(
                                transfer.person(), null, PostView.of(post), null, on, note);
                case PostChange.End(DepartmentId department) ->
                        new TransferForm(transfer.person(), null, null, department, on, note);
            };
        }
    }

    enum StepKind {
        OPEN,
        MOVE,
        RENAME,
        CLOSE,
        MOVE_PEOPLE
    }

    /// One step; which of the other fields it needs depends on its kind.
    ///
    /// @param department which; of a department to open, the id it shall have, or null
    /// @param name of OPEN and RENAME
    /// @param parent of OPEN and MOVE; null for the top
    /// @param position of MOVE, from 0
    /// @param to of MOVE_PEOPLE
    /// @param people of MOVE_PEOPLE; left out: everybody
    record StepForm(
            StepKind kind,
            @Nullable DepartmentId department,
            @Nullable String name,
            @Nullable DepartmentId parent,
            @Nullable Integer position,
            @Nullable DepartmentId to,
            @Nullable Set<PersonId> people) {
        StepForm {
            requireNonNull(kind, "kind");
        }

        Step step(InstantSource clock) {
            return switch (kind) {
                case OPEN ->
                        new Step.Open(
                                department == null
                                        ? new DepartmentId(UuidV7.next(clock))
                                        : department,
                                needed("name", name),
                                Optional.ofNullable(parent));
                case MOVE ->
                        new Step.Move(
                                needed("department", department),
                                Optional.ofNullable(parent),
                                position == null ? Integer.MAX_VALUE : position);
                case RENAME ->
                        new Step.Rename(needed("department", department), needed("name", name));
                case CLOSE -> new Step.Close(needed("department", department));
                case MOVE_PEOPLE ->
                        new Step.MovePeople(
                                needed("department", department),
                                needed("to", to),
                                people == null ? Set.of() : people);
            };
        }

        private static <T> T needed(String field, @Nullable T value) {
            if (value == null) {
                throw new InvalidInputException(
                        "steps." + field, "missing", field + " is missing.");
            }
            return value;
        }

        static StepForm of(Step step) {
            return switch (step) {
                case Step.Open(var id, var name, var parent) ->
                        new StepForm(
                                StepKind.OPEN, id, name, parent.orElse(null), null, null, null);
                case Step.Move(var id, var parent, var position) ->
                        new StepForm(
                                StepKind.MOVE, id, null, parent.orElse(null), position, null, null);
                case Step.Rename(var id, var name) ->
                        new StepForm(StepKind.RENAME, id, name, null, null, null, null);
                case Step.Close(var id) ->
                        new StepForm(StepKind.CLOSE, id, null, null, null, null, null);
                case Step.MovePeople(var from, var to, var people) ->
                        new StepForm(StepKind.MOVE_PEOPLE, from, null, null, null, to, people);
            };
        }
    }

    /// @param effectiveOn left out: today
    record ReorganisationForm(
            List<StepForm> steps, @Nullable LocalDate effectiveOn, @Nullable String note) {
        ReorganisationForm {
            steps = List.copyOf(steps);
        }
    }

    /// @param before the posts that it replaced, once applied
    /// @param failure why it was not applied on its day
    /// @param failureCode of the problem; null of early failures
    record TransferView(
            UUID id,
            TransferForm transfer,
            @Nullable String personName,
            DatedChange.State state,
            @Nullable List<PostView> before,
            PersonId enteredBy,
            Instant enteredAt,
            @Nullable Instant settledAt,
            @Nullable String failure,
            @Nullable String failureCode) {}

    record TransferPage(List<TransferView> items, @Nullable String next) {}

    /// @param failure why it was not applied on its day
    /// @param failureCode of the problem; null of early failures
    record ReorganisationView(
            UUID id,
            ReorganisationForm reorganisation,
            DatedChange.State state,
            PersonId enteredBy,
            Instant enteredAt,
            @Nullable Instant settledAt,
            @Nullable String failure,
            @Nullable String failureCode) {
        static ReorganisationView of(DatedChange change) {
            var steps =
                    switch (change.change()) {
                        case Change.Reorganisation(var list) -> list;
                        case Change.Transfer _ -> throw new IllegalArgumentException("a transfer");
                    };
            return new ReorganisationView(
                    change.id(),
                    new ReorganisationForm(
                            steps.stream().map(StepForm::of).toList(),
                            change.effectiveOn(),
                            change.note()),
                    change.state(),
                    change.enteredBy().person(),
                    change.enteredAt(),
                    change.settledAt().orElse(null),
                    change.failure().map(Failure::reason).orElse(null),
                    change.failure().flatMap(Failure::code).orElse(null));
        }
    }

    record ReorganisationPage(List<ReorganisationView> items, @Nullable String next) {}
}
