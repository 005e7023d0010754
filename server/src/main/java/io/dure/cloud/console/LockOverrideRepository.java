package io.dure.cloud.console;

import static io.dure.cloud.console.db.Tables.LOCK_OVERRIDE;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Whether an operator overrode the locks of the organisation in scope.
@Repository
class LockOverrideRepository {
    private final DSLContext sql;

    LockOverrideRepository(DSLContext sql) {
        this.sql = sql;
    }

    boolean isThere() {
        return sql.fetchExists(LOCK_OVERRIDE);
    }

    void put(PersonId operator, String reason, Instant now) {
        sql.insertInto(LOCK_OVERRIDE)
                .set(LOCK_OVERRIDE.OPERATOR_PERSON_ID, operator)
                .set(LOCK_OVERRIDE.REASON, reason)
                .set(LOCK_OVERRIDE.OVERRIDDEN_AT, now)
                .onConflict(LOCK_OVERRIDE.TENANT_ID)
                .doNothing()
                .execute();
    }

    void delete() {
        sql.deleteFrom(LOCK_OVERRIDE).execute();
    }
}
