package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.DATED_CHANGE;
import static org.jooq.impl.DSL.noCondition;

import io.dure.platform.people.DatedChange.State;
import io.dure.platform.people.db.tables.records.DatedChangeRecord;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DatedChangeRepository {
    private final DSLContext sql;
    private final JsonMapper json;

    DatedChangeRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(DatedChange change) {
        var person =
                switch (change.change()) {
                    case Change.Transfer(var who, _) -> who;
                    case Change.Reorganisation _ -> null;
                };
        sql.insertInto(DATED_CHANGE)
                .set(DATED_CHANGE.CHANGE_ID, change.id())
                .set(DATED_CHANGE.KIND, change.change().kind().name())
                .set(DATED_CHANGE.EFFECTIVE_ON, change.effectiveOn())
                .set(DATED_CHANGE.STATE, change.state().name())
                .set(DATED_CHANGE.NOTE, change.note())
                .set(DATED_CHANGE.CHANGE, write(change.change()))
                .set(DATED_CHANGE.PERSON_ID, person)
                .set(DATED_CHANGE.ENTERED_BY_PERSON_ID, change.enteredBy().person())
                .set(DATED_CHANGE.ENTERED_WITH, change.enteredBy().scopesColumn())
                .set(DATED_CHANGE.ENTERED_AT, change.enteredAt())
                .execute();
    }

    Optional<DatedChange> find(UUID id) {
        return sql.selectFrom(DATED_CHANGE)
                .where(DATED_CHANGE.CHANGE_ID.eq(id))
                .fetchOptional(this::read);
    }

    /// The change, locked, if it is still pending and nobody else is at it.
    Optional<DatedChange> lockPending(UUID id) {
        return sql.selectFrom(DATED_CHANGE)
                .where(DATED_CHANGE.CHANGE_ID.eq(id))
                .and(DATED_CHANGE.STATE.eq(State.PENDING.name()))
                .forUpdate()
                .skipLocked()
                .fetchOptional(this::read);
    }

    /// The latest first.
    List<DatedChange> page(
            Change.Kind kind,
            Set<State> states,
            Optional<PersonId> person,
            Optional<UUID> before,
            int limit) {
        return sql.selectFrom(DATED_CHANGE)
                .where(DATED_CHANGE.KIND.eq(kind.name()))
                .and(DATED_CHANGE.STATE.in(states.stream().map(Enum::name).toList()))
                .and(person.map(DATED_CHANGE.PERSON_ID::eq).orElse(noCondition()))
                .and(before.map(DATED_CHANGE.CHANGE_ID::lt).orElse(noCondition()))
                .orderBy(DATED_CHANGE.CHANGE_ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    /// The organisations with changes that are due by a date. In a system scope.
    Set<TenantId> tenantsWithDue(LocalDate by) {
        return sql.selectDistinct(DATED_CHANGE.TENANT_ID)
                .from(DATED_CHANGE)
                .where(DATED_CHANGE.STATE.eq(State.PENDING.name()))
                .and(DATED_CHANGE.EFFECTIVE_ON.le(by))
                .fetchSet(DATED_CHANGE.TENANT_ID);
    }

    /// In the order in which they take effect.
    List<UUID> due(LocalDate today) {
        return sql.select(DATED_CHANGE.CHANGE_ID)
                .from(DATED_CHANGE)
                .where(DATED_CHANGE.STATE.eq(State.PENDING.name()))
                .and(DATED_CHANGE.EFFECTIVE_ON.le(today))
                .orderBy(DATED_CHANGE.EFFECTIVE_ON, DATED_CHANGE.CHANGE_ID)
                .fetch(DATED_CHANGE.CHANGE_ID);
    }

    int countPending() {
        return sql.fetchCount(DATED_CHANGE, DATED_CHANGE.STATE.eq(State.PENDING.name()));
    }

    void settle(
            UUID id, State state, Instant at, Optional<Posts> before, Optional<Failure> failure) {
        sql.update(DATED_CHANGE)
                .set(DATED_CHANGE.STATE, state.name())
                .set(DATED_CHANGE.SETTLED_AT, at)
                .set(DATED_CHANGE.BEFORE, before.map(this::write).orElse(null))
                .set(DATED_CHANGE.FAILURE, failure.map(Failure::reason).orElse(null))
                .set(DATED_CHANGE.FAILURE_CODE, failure.flatMap(Failure::code).orElse(null))
                .where(DATED_CHANGE.CHANGE_ID.eq(id))
                .execute();
    }

    private JSONB write(Object value) {
        return JSONB.jsonb(json.writeValueAsString(value));
    }

    private DatedChange read(DatedChangeRecord row) {
        return new DatedChange(
                row.getChangeId(),
                json.readValue(row.getChange().data(), Change.class),
                row.getEffectiveOn(),
                State.valueOf(row.getState()),
                row.getNote(),
                Optional.ofNullable(row.getBefore())
                        .map(before -> json.readValue(before.data(), Posts.class)),
                Author.read(row.getEnteredByPersonId(), row.getEnteredWith()),
                row.getEnteredAt(),
                Optional.ofNullable(row.getSettledAt()),
                Optional.ofNullable(row.getFailure())
                        .map(reason ->
                                new Failure(Optional.ofNullable(row.getFailureCode()), reason)));
    }
}
