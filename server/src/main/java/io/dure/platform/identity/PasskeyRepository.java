package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.PASSKEY;

import io.dure.platform.tenancy.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyRepository {
    private final DSLContext sql;

    PasskeyRepository(DSLContext sql) {
        this.sql = sql;
    }

    int count(PersonId person) {
        return sql.fetchCount(PASSKEY, PASSKEY.PERSON_ID.eq(person));
    }

    void deleteAll(PersonId person) {
        sql.deleteFrom(PASSKEY).where(PASSKEY.PERSON_ID.eq(person)).execute();
    }
}
