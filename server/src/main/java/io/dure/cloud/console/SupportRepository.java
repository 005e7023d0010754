package io.dure.cloud.console;

import static io.dure.cloud.console.db.Tables.SUPPORT_ACCESS;

import io.dure.cloud.console.db.tables.records.SupportAccessRecord;
import io.dure.platform.identity.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Support access of the organisation in scope.
@Repository
class SupportRepository {
    private static final int SHOWN = 100;

    private final DSLContext sql;

    SupportRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(SupportAccess access) {
        sql.insertInto(SUPPORT_ACCESS)
                .set(SUPPORT_ACCESS.SUPPORT_ID, access.id())
                .set(SUPPORT_ACCESS.OPERATOR_PERSON_ID, access.operator())
                .set(SUPPORT_ACCESS.OPERATOR_NAME, access.operatorName())
                .set(SUPPORT_ACCESS.REASON, access.reason())
                .set(SUPPORT_ACCESS.MINUTES, (int) access.length().toMinutes())
                .set(SUPPORT_ACCESS.STATE, access.state().name())
                .set(SUPPORT_ACCESS.ASKED_AT, access.askedAt())
                .execute();
    }

    /// The latest first.
    List<SupportAccess> list() {
        return sql.selectFrom(SUPPORT_ACCESS)
                .orderBy(SUPPORT_ACCESS.ASKED_AT.desc())
                .limit(SHOWN)
                .fetch(SupportRepository::read);
    }

    Optional<SupportAccess> lock(UUID id) {
        return sql.selectFrom(SUPPORT_ACCESS)
                .where(SUPPORT_ACCESS.SUPPORT_ID.eq(id))
                .forUpdate()
                .fetchOptional(SupportRepository::read);
    }

    void update(SupportAccess access) {
        sql.update(SUPPORT_ACCESS)
                .set(SUPPORT_ACCESS.STATE, access.state().name())
                .set(SUPPORT_ACCESS.DECIDED_AT, access.decidedAt().orElse(null))
                .set(SUPPORT_ACCESS.ENDS_AT, access.endsAt().orElse(null))
                .where(SUPPORT_ACCESS.SUPPORT_ID.eq(access.id()))
                .execute();
    }

    /// An earlier secret of the same access works no more.
    void give(UUID id, Secret secret) {
        sql.update(SUPPORT_ACCESS)
                .set(SUPPORT_ACCESS.TOKEN_HASH, secret.hash())
                .where(SUPPORT_ACCESS.SUPPORT_ID.eq(id))
                .execute();
    }

    /// Those that were opened and have not ended.
    List<SupportAccess> openedUntilAfter(Instant now) {
        return sql.selectFrom(SUPPORT_ACCESS)
                .where(SUPPORT_ACCESS.STATE.eq(SupportAccess.State.GRANTED.name()))
                .and(SUPPORT_ACCESS.TOKEN_HASH.isNotNull())
                .and(SUPPORT_ACCESS.ENDS_AT.gt(now))
                .orderBy(SUPPORT_ACCESS.ENDS_AT)
                .limit(SHOWN)
                .fetch(SupportRepository::read);
    }

    Optional<SupportAccess> bySecret(Secret secret) {
        return sql.selectFrom(SUPPORT_ACCESS)
                .where(SUPPORT_ACCESS.TOKEN_HASH.eq(secret.hash()))
                .fetchOptional(SupportRepository::read);
    }

    private static SupportAccess read(SupportAccessRecord row) {
        return new SupportAccess(
                row.getSupportId(),
                row.getOperatorPersonId(),
                row.getOperatorName(),
                row.getReason(),
                Duration.ofMinutes(row.getMinutes()),
                SupportAccess.State.valueOf(row.getState()),
                row.getAskedAt(),
                Optional.ofNullable(row.getDecidedAt()),
                Optional.<Instant>ofNullable(row.getEndsAt()));
    }
}
