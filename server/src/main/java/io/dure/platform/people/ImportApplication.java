package io.dure.platform.people;

import io.dure.platform.people.Import.State;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes an import's people, all or none.
@Component
class ImportApplication {
    /// People a statement: large enough for speed, small enough for a smooth progress bar.
    private static final int CHUNK = 500;

    private final ImportRepository imports;
    private final PersonRepository people;
    private final PostRepository posts;
    private final DepartmentRepository departments;
    private final Everybody everybody;
    private final ImportRules rules;
    private final Present.Reader present;
    private final ApplicationEventPublisher events;
    private final ImportProgress progress;
    private final InstantSource clock;

    ImportApplication(
            ImportRepository imports,
            PersonRepository people,
            PostRepository posts,
            DepartmentRepository departments,
            Everybody everybody,
            ImportRules rules,
            Present.Reader present,
            ApplicationEventPublisher events,
            ImportProgress progress,
            InstantSource clock) {
        this.imports = imports;
        this.people = people;
        this.posts = posts;
        this.departments = departments;
        this.everybody = everybody;
        this.rules = rules;
        this.present = present;
        this.events = events;
        this.progress = progress;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Map<UUID, TenantId> applying() {
        return imports.applying();
    }

    /// Does nothing where another node is at it, or was. What its author was allowed, they were
    /// allowed of the people of that moment: who came between makes it outdated.
    ///
    /// @return whether it was applied
    /// @throws PeopleLimitException if the plan has no room
    /// @throws AuthorMayNotException if who set it going may do so no more
    @Transactional
    public boolean apply(UUID id) {
        if (!imports.tryLock(id) || !isApplying(id)) {
            return false;
        }
        departments.lockTree();
        people.lockEverybody();
        var file = ImportFile.read(imports.file(id).orElseThrow());
        people.lockNumbered(file.numbers());
        var plan = ImportPlanner.plan(file, present.read(), clock);
        var author = imports.author(id, plan.demands());
        if (!plan.errors().isEmpty() || author.isEmpty()) {
            throw new ConflictException(
                    "import-outdated", "People changed since the preview: upload the file again.");
        }
        rules.requireStillMay(author.get(), plan);
        if (!plan.entered().isEmpty()) {
            everybody.admit(plan.entered().size());
        }
        imports.done(id, write(id, plan));
        if (!plan.readdressed().isEmpty()) {
            events.publishEvent(new PeopleReaddressed(plan.readdressed()));
        }
        imports.settle(id, State.APPLIED, Optional.empty(), clock.instant());
        return true;
    }

    /// Tells PostgreSQL how many people there are now, once they are there for good.
    @Transactional
    public void refreshStatistics() {
        people.refreshStatistics();
    }

    @Transactional
    public void fail(UUID id, Failure failure) {
        if (isApplying(id)) {
            imports.settle(id, State.FAILED, Optional.of(failure), clock.instant());
        }
    }

    private boolean isApplying(UUID id) {
        return imports.find(id).filter(found -> found.state() == State.APPLYING).isPresent();
    }

    /// @return how many people it entered or changed
    private int write(UUID id, ImportPlan plan) {
        int done = 0;
        for (var chunk : chunks(plan.entered())) {
            people.insert(chunk);
            done = written(id, chunk, done);
        }
        for (var chunk : chunks(plan.changed())) {
            people.update(chunk);
            done = written(id, chunk, done);
        }
        posts.sortByRank();
        return done;
    }

    private int written(UUID id, List<Card> chunk, int done) {
        var filled = new HashMap<PersonId, Posts>();
        chunk.forEach(card -> filled.put(card.person().id(), card.posts()));
        posts.fill(filled);
        var now = done + chunk.size();
        progress.reached(id, now);
        return now;
    }

    private static List<List<Card>> chunks(List<Card> cards) {
        return IntStream.iterate(0, from -> from < cards.size(), from -> from + CHUNK)
                .mapToObj(from -> cards.subList(from, Math.min(from + CHUNK, cards.size())))
                .toList();
    }
}
