package io.dure.platform.people;

import io.dure.platform.audit.Actor;
import io.dure.platform.audit.Audit;
import io.dure.platform.people.DatedChange.State;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Transfers and reorganisations of the organisation in scope. One whose day is today or past is
/// applied at once, in the transaction that enters it; the others wait for their day.
@Service
public class Changes {
    /// A page that still answers at once.
    public static final int PAGE = 100;

    /// Beyond this nobody plans, and a mistyped year is caught.
    private static final Period FURTHEST = Period.ofYears(5);

    /// Bounds what one morning has to apply.
    private static final int MOST_PENDING = 10_000;

    private final DatedChangeRepository repository;
    private final ChangeApplication application;
    private final ChangeRules rules;
    private final Calendar calendar;
    private final Audit audit;
    private final InstantSource clock;

    Changes(
            DatedChangeRepository repository,
            ChangeApplication application,
            ChangeRules rules,
            Calendar calendar,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.application = application;
        this.rules = rules;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /// Enters a change. One that waits needs a fresh proof of the person, as nobody can be asked
    /// for it on the day.
    ///
    /// @param effectiveOn today where left out
    /// @throws io.dure.platform.problem.ProblemException if it is due and cannot be; nothing is
    ///   kept
    @Transactional
    public DatedChange enter(
            Caller caller, Change change, @Nullable LocalDate effectiveOn, @Nullable String note) {
        // Who may not is told so at once, and does not queue for a lock, a connection in hand.
        rules.requireMay(caller, change);
        application.lock(change);
        rules.requireMay(caller, change);
        var today = calendar.today();
        var day = effectiveOn == null ? today : effectiveOn;
        var waits = day.isAfter(today);
        var author = waits ? Author.ofWhatWaits(caller) : Author.of(caller);
        var entered = clean(author, change, day, note);
        repository.insert(entered);
        record(caller, "people.change-entered", entered);
        if (!waits) {
            apply(entered);
        }
        return find(entered.id());
    }

    /// The latest first.
    ///
    /// @param person whom transfers move; empty for everybody's
    /// @param before the last of the page before
    @Transactional(readOnly = true)
    public List<DatedChange> list(
            Caller caller,
            Change.Kind kind,
            Set<State> states,
            Optional<PersonId> person,
            Optional<UUID> before) {
        rules.requireMayList(caller, kind);
        return repository.page(kind, states, person, before, PAGE);
    }

    /// Takes back a change whose day has not come.
    ///
    /// @throws ConflictException if it is settled
    @Transactional
    public DatedChange cancel(Caller caller, Change.Kind kind, UUID id) {
        var change =
                repository
                        .find(id)
                        .filter(found -> found.change().kind() == kind)
                        .orElseThrow(() -> new UnknownThingException("change"));
        rules.requireMayCancel(caller, change.change());
        if (repository.lockPending(id).isEmpty()) {
            throw new ConflictException("change-settled", "This is not pending any more.");
        }
        repository.settle(id, State.CANCELLED, clock.instant(), Optional.empty(), Optional.empty());
        record(caller, "people.change-cancelled", change);
        return find(id);
    }

    /// Those whose day has come, in their order; none while the organisation is shut.
    @Transactional(readOnly = true)
    List<UUID> due() {
        return calendar.organisation().state().isOpen()
                ? repository.due(calendar.today())
                : List.of();
    }

    /// Applies a change whose day has come; does nothing if that happened already.
    ///
    /// @throws io.dure.platform.problem.ProblemException if it cannot be, or its author may not do
    ///   it any more
    @Transactional
    void applyDue(UUID id) {
        repository
                .lockPending(id)
                .ifPresent(change -> {
                    application.lock(change.change());
                    rules.requireStillMay(change.enteredBy(), change.change());
                    apply(change);
                    recordBySystem("people.change-applied", change, Map.of());
                });
    }

    /// Notes that a change could not be.
    @Transactional
    void fail(UUID id, Failure failure) {
        repository
                .lockPending(id)
                .ifPresent(change -> {
                    repository.settle(
                            id,
                            State.FAILED,
                            clock.instant(),
                            Optional.empty(),
                            Optional.of(failure));
                    recordBySystem(
                            "people.change-failed", change, Map.of("reason", failure.reason()));
                });
    }

    private void apply(DatedChange change) {
        var before = application.apply(change.change());
        repository.settle(change.id(), State.APPLIED, clock.instant(), before, Optional.empty());
    }

    private DatedChange clean(
            Author author, Change change, LocalDate effectiveOn, @Nullable String note) {
        var input = new Input();
        input.date("effectiveOn", effectiveOn);
        input.expect(
                !effectiveOn.isAfter(calendar.today().plus(FURTHEST)),
                "effectiveOn",
                "too-far",
                "A change takes effect within " + FURTHEST.getYears() + " years.");
        var cleanNote = input.text("note", note, 0, 200);
        input.check();
        if (repository.countPending() >= MOST_PENDING) {
            throw new ConflictException("too-many-changes", "Too many changes are pending.");
        }
        return new DatedChange(
                UuidV7.next(clock),
                change,
                effectiveOn,
                State.PENDING,
                cleanNote,
                Optional.empty(),
                author,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }

    private DatedChange find(UUID id) {
        return repository.find(id).orElseThrow(() -> new UnknownThingException("change"));
    }

    private void record(Caller caller, String action, DatedChange change) {
        audit.record(
                caller,
                action,
                subject(change),
                Map.of(
                        "kind", change.change().kind().name(),
                        "effectiveOn", change.effectiveOn().toString()));
    }

    /// Names whoever entered it: it happens with their right.
    private void recordBySystem(String action, DatedChange change, Map<String, String> detail) {
        var all = new HashMap<>(detail);
        all.put("enteredBy", change.enteredBy().person().toString());
        all.put("enteredAt", change.enteredAt().toString());
        audit.record(TenantScope.current(), Actor.SYSTEM, action, subject(change), all);
    }

    private static String subject(DatedChange change) {
        return switch (change.change()) {
            case Change.Transfer(var person, _) -> "person:" + person;
            case Change.Reorganisation _ -> "reorganisation:" + change.id();
        };
    }
}
