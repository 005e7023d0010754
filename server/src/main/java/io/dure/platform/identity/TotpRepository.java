package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.TOTP;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class TotpRepository {
    private final DSLContext sql;
    private final Vault vault;

    TotpRepository(DSLContext sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one check and is never compared
    record App(byte[] secret, boolean confirmed, long lastStep) {}

    /// Replaces an app that was never confirmed.
    ///
    /// @return whether there was no confirmed one
    boolean begin(PersonId person, byte[] secret) {
        sql.deleteFrom(TOTP)
                .where(TOTP.PERSON_ID.eq(person))
                .and(TOTP.CONFIRMED_AT.isNull())
                .execute();
        return sql.insertInto(TOTP)
                        .set(TOTP.PERSON_ID, person)
                        .set(TOTP.SECRET_BOX, vault.close(secret, owner(person)))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /// Takes the row, so that of two tries with one code one succeeds.
    Optional<App> lock(PersonId person) {
        return sql.selectFrom(TOTP)
                .where(TOTP.PERSON_ID.eq(person))
                .forUpdate()
                .fetchOptional(row ->
                        new App(
                                vault.open(row.getSecretBox(), owner(person)),
                                row.getConfirmedAt() != null,
                                row.getLastStep()));
    }

    boolean isConfirmed(PersonId person) {
        return sql.fetchExists(TOTP, TOTP.PERSON_ID.eq(person).and(TOTP.CONFIRMED_AT.isNotNull()));
    }

    void used(PersonId person, long step) {
        sql.update(TOTP).set(TOTP.LAST_STEP, step).where(TOTP.PERSON_ID.eq(person)).execute();
    }

    void confirm(PersonId person, long step, Instant now) {
        sql.update(TOTP)
                .set(TOTP.LAST_STEP, step)
                .set(TOTP.CONFIRMED_AT, now)
                .where(TOTP.PERSON_ID.eq(person))
                .execute();
    }

    void delete(PersonId person) {
        sql.deleteFrom(TOTP).where(TOTP.PERSON_ID.eq(person)).execute();
    }

    private static String owner(PersonId person) {
        return "totp " + person;
    }
}
