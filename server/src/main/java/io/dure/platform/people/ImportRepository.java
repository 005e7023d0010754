package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.PEOPLE_IMPORT;

import io.dure.platform.people.Import.State;
import io.dure.platform.people.db.tables.records.PeopleImportRecord;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportRepository {
    private static final byte[] NOTHING = {};

    private final DSLContext sql;
    private final JsonMapper json;

    ImportRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(UUID id, byte[] file, ImportPlan plan, PersonId by, Instant now) {
        var errors = plan.errors().stream().limit(Import.MOST_ERRORS).toArray(LineError[]::new);
        sql.insertInto(PEOPLE_IMPORT)
                .set(PEOPLE_IMPORT.IMPORT_ID, id)
                .set(PEOPLE_IMPORT.STATE, State.PREVIEWED.name())
                .set(PEOPLE_IMPORT.FILE, file)
                .set(PEOPLE_IMPORT.LINES, plan.lines())
                .set(PEOPLE_IMPORT.NEW_PEOPLE, plan.entered().size())
                .set(PEOPLE_IMPORT.CHANGED_PEOPLE, plan.changed().size())
                .set(PEOPLE_IMPORT.UNCHANGED_PEOPLE, plan.unchanged())
                .set(PEOPLE_IMPORT.ERRORS, JSONB.jsonb(json.writeValueAsString(errors)))
                .set(PEOPLE_IMPORT.ERROR_COUNT, plan.errors().size())
                .set(PEOPLE_IMPORT.ENTERED_BY_PERSON_ID, by)
                .set(PEOPLE_IMPORT.ENTERED_AT, now)
                .execute();
    }

    Optional<Import> find(UUID id) {
        return sql.selectFrom(PEOPLE_IMPORT)
                .where(PEOPLE_IMPORT.IMPORT_ID.eq(id))
                .fetchOptional(this::read);
    }

    Optional<byte[]> file(UUID id) {
        return sql.select(PEOPLE_IMPORT.FILE)
                .from(PEOPLE_IMPORT)
                .where(PEOPLE_IMPORT.IMPORT_ID.eq(id))
                .fetchOptional(PEOPLE_IMPORT.FILE);
    }

    /// Sets a preview going.
    ///
    /// @param author who does, and may make these demands
    /// @return whether it was a preview still
    boolean start(UUID id, Author author, byte[] demands) {
        return sql.update(PEOPLE_IMPORT)
                        .set(PEOPLE_IMPORT.STATE, State.APPLYING.name())
                        .set(PEOPLE_IMPORT.ALLOWED, demands)
                        .set(PEOPLE_IMPORT.ALLOWED_TO_PERSON_ID, author.person())
                        .set(PEOPLE_IMPORT.ALLOWED_WITH, author.scopesColumn())
                        .where(PEOPLE_IMPORT.IMPORT_ID.eq(id))
                        .and(PEOPLE_IMPORT.STATE.eq(State.PREVIEWED.name()))
                        .execute()
                == 1;
    }

    /// Who set an import going, if it was with just these demands.
    Optional<Author> author(UUID id, byte[] demands) {
        return sql.select(PEOPLE_IMPORT.ALLOWED_TO_PERSON_ID, PEOPLE_IMPORT.ALLOWED_WITH)
                .from(PEOPLE_IMPORT)
                .where(PEOPLE_IMPORT.IMPORT_ID.eq(id))
                .and(PEOPLE_IMPORT.ALLOWED.eq(demands))
                .fetchOptional(row -> Author.read(row.value1(), row.value2()));
    }

    /// Whether nobody else is applying it; then nobody else will until the transaction ends.
    boolean tryLock(UUID id) {
        var lock = "select pg_try_advisory_xact_lock(hashtextextended('people.import ' || ?, 0))";
        return Boolean.TRUE.equals(sql.fetchValue(lock, id.toString()));
    }

    void done(UUID id, int done) {
        sql.update(PEOPLE_IMPORT)
                .set(PEOPLE_IMPORT.DONE, done)
                .where(PEOPLE_IMPORT.IMPORT_ID.eq(id))
                .execute();
    }

    /// Ends it; the file with everybody's particulars is not kept.
    void settle(UUID id, State state, Optional<Failure> failure, Instant now) {
        sql.update(PEOPLE_IMPORT)
                .set(PEOPLE_IMPORT.STATE, state.name())
                .set(PEOPLE_IMPORT.FILE, NOTHING)
                .set(PEOPLE_IMPORT.FAILURE, failure.map(Failure::reason).orElse(null))
                .set(PEOPLE_IMPORT.FAILURE_CODE, failure.flatMap(Failure::code).orElse(null))
                .set(PEOPLE_IMPORT.SETTLED_AT, now)
                .where(PEOPLE_IMPORT.IMPORT_ID.eq(id))
                .execute();
    }

    /// Forgets previews that nobody applied.
    void deletePreviewsBefore(Instant latest) {
        sql.deleteFrom(PEOPLE_IMPORT)
                .where(PEOPLE_IMPORT.STATE.eq(State.PREVIEWED.name()))
                .and(PEOPLE_IMPORT.ENTERED_AT.lt(latest))
                .execute();
    }

    /// Those that should be on their way, in every organisation. In a system scope.
    Map<UUID, TenantId> applying() {
        return sql.select(PEOPLE_IMPORT.IMPORT_ID, PEOPLE_IMPORT.TENANT_ID)
                .from(PEOPLE_IMPORT)
                .where(PEOPLE_IMPORT.STATE.eq(State.APPLYING.name()))
                .fetchMap(PEOPLE_IMPORT.IMPORT_ID, PEOPLE_IMPORT.TENANT_ID);
    }

    private Import read(PeopleImportRecord row) {
        return new Import(
                row.getImportId(),
                State.valueOf(row.getState()),
                row.getLines(),
                row.getNewPeople(),
                row.getChangedPeople(),
                row.getUnchangedPeople(),
                List.of(json.readValue(row.getErrors().data(), LineError[].class)),
                row.getErrorCount(),
                row.getDone(),
                Optional.ofNullable(row.getFailure())
                        .map(reason ->
                                new Failure(Optional.ofNullable(row.getFailureCode()), reason)),
                row.getEnteredAt());
    }
}
