package io.dure.platform.people;

import io.dure.platform.audit.Audit;
import io.dure.platform.people.Import.State;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.UuidV7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings people in from files. People are matched by employee number; whoever is in the file and
/// not there is new, whoever is there and not in the file stays untouched.
@Service
public class Imports {
    /// The largest file: some 500 bytes for each of its lines.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /// A preview is of no use once the organisation has moved on.
    private static final Duration PREVIEW_LASTS = Duration.ofDays(1);

    private final ImportRepository repository;
    private final ImportProgress progress;
    private final Present.Reader present;
    private final ImportRules rules;
    private final Everybody everybody;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Imports(
            ImportRepository repository,
            ImportProgress progress,
            Present.Reader present,
            ImportRules rules,
            Everybody everybody,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.repository = repository;
        this.progress = progress;
        this.present = present;
        this.rules = rules;
        this.everybody = everybody;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Reads a file and says what applying it would do; changes nobody.
    ///
    /// @param file CSV of at most 10 MiB and 20,000 lines, in UTF-8 or CP949
    @Transactional
    public Import preview(Caller caller, byte[] file) {
        caller.require(PeopleCapabilities.MANAGE);
        var plan = ImportPlanner.plan(ImportFile.read(file), present.read(), clock);
        var now = clock.instant();
        var id = UuidV7.next(clock);
        repository.deletePreviewsBefore(now.minus(PREVIEW_LASTS));
        repository.insert(id, file, plan, caller.person(), now);
        return found(id);
    }

    /// How far it is.
    @Transactional(readOnly = true)
    public Import find(Caller caller, UUID id) {
        caller.require(PeopleCapabilities.MANAGE);
        return found(id);
    }

    /// How many more people the plan has room for.
    @Transactional(readOnly = true)
    public int room(Caller caller) {
        caller.require(PeopleCapabilities.MANAGE);
        return Math.max(0, everybody.room());
    }

    /// Sets it going; a second time does nothing. A person needs a fresh proof, as nobody can be
    /// asked for it later; a program may not change logins and mail addresses.
    ///
    /// @throws ConflictException if the file has errors
    @Transactional
    public Import apply(Caller caller, UUID id) {
        caller.require(PeopleCapabilities.MANAGE);
        var previewed = found(id);
        if (previewed.errorCount() > 0) {
            throw new ConflictException("import-has-errors", "Mend the file's errors first.");
        }
        if (previewed.state() == State.PREVIEWED && start(caller, id)) {
            audit.record(
                    caller,
                    "people.imported",
                    "import:" + id,
                    Map.of(
                            "new", String.valueOf(previewed.newPeople()),
                            "changed", String.valueOf(previewed.changedPeople())));
            events.publishEvent(new ImportStarted(caller.tenant(), id));
        }
        return found(id);
    }

    private boolean start(Caller caller, UUID id) {
        var file = repository.file(id).orElseThrow();
        var plan = ImportPlanner.plan(ImportFile.read(file), present.read(), clock);
        rules.requireMay(caller, plan);
        return repository.start(id, Author.ofWhatWaits(caller), plan.demands());
    }

    private Import found(UUID id) {
        return repository
                .find(id)
                .map(progress::of)
                .orElseThrow(() -> new UnknownThingException("import"));
    }
}
