package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.DEVICE;

import io.dure.platform.tenancy.PersonId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The browsers in which people of the organisation in scope have signed in before.
@Service
class Devices {
    /// Of each person the latest used are kept.
    private static final int MOST = 50;

    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final DSLContext sql;
    private final InstantSource clock;

    Devices(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Asks the database of nobody's browsers, too: what takes longer tells who is here.
    @Transactional(readOnly = true)
    public boolean knows(Optional<PersonId> person, Optional<Secret> device) {
        return device.isPresent()
                && sql.fetchExists(
                        DEVICE,
                        DEVICE.PERSON_ID
                                .eq(person.orElse(NOBODY))
                                .and(DEVICE.DEVICE_HASH.eq(device.get().hash())));
    }

    /// Whether the person has signed in anywhere before.
    @Transactional(readOnly = true)
    public boolean hasAny(PersonId person) {
        return sql.fetchExists(DEVICE, DEVICE.PERSON_ID.eq(person));
    }

    @Transactional
    public void remember(PersonId person, Secret device) {
        var now = clock.instant();
        sql.insertInto(DEVICE)
                .set(DEVICE.PERSON_ID, person)
                .set(DEVICE.DEVICE_HASH, device.hash())
                .set(DEVICE.FIRST_SEEN_AT, now)
                .set(DEVICE.LAST_SEEN_AT, now)
                .onConflict(DEVICE.TENANT_ID, DEVICE.PERSON_ID, DEVICE.DEVICE_HASH)
                .doUpdate()
                .set(DEVICE.LAST_SEEN_AT, now)
                .execute();
        var kept =
                sql.select(DEVICE.DEVICE_HASH)
                        .from(DEVICE)
                        .where(DEVICE.PERSON_ID.eq(person))
                        .orderBy(DEVICE.LAST_SEEN_AT.desc())
                        .limit(MOST);
        sql.deleteFrom(DEVICE)
                .where(DEVICE.PERSON_ID.eq(person))
                .and(DEVICE.DEVICE_HASH.notIn(kept))
                .execute();
    }

    @Transactional
    public void forget(PersonId person) {
        sql.deleteFrom(DEVICE).where(DEVICE.PERSON_ID.eq(person)).execute();
    }
}
