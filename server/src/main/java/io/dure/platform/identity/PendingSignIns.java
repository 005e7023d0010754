package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.PENDING_SIGN_IN;

import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who has proved the first factor and not yet the second.
@Service
class PendingSignIns {
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final InstantSource clock;

    PendingSignIns(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    public Secret open(PersonId person) {
        var secret = Secret.random();
        var now = clock.instant();
        sql.deleteFrom(PENDING_SIGN_IN)
                .where(PENDING_SIGN_IN.PERSON_ID.eq(person))
                .and(PENDING_SIGN_IN.EXPIRES_AT.le(now))
                .execute();
        sql.insertInto(PENDING_SIGN_IN)
                .set(PENDING_SIGN_IN.TOKEN_HASH, secret.hash())
                .set(PENDING_SIGN_IN.PERSON_ID, person)
                .set(PENDING_SIGN_IN.EXPIRES_AT, now.plus(LASTS))
                .execute();
        return secret;
    }

    @Transactional(readOnly = true)
    public Optional<PersonId> whose(Secret secret) {
        return sql.select(PENDING_SIGN_IN.PERSON_ID)
                .from(PENDING_SIGN_IN)
                .where(PENDING_SIGN_IN.TOKEN_HASH.eq(secret.hash()))
                .and(PENDING_SIGN_IN.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(PENDING_SIGN_IN.PERSON_ID);
    }

    @Transactional
    public void close(PersonId person) {
        sql.deleteFrom(PENDING_SIGN_IN).where(PENDING_SIGN_IN.PERSON_ID.eq(person)).execute();
    }
}
