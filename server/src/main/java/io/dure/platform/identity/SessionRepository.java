package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.SESSION;

import io.dure.platform.identity.db.tables.records.SessionRecord;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SessionRepository {
    private final DSLContext sql;

    SessionRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Session session, Secret secret) {
        sql.insertInto(SESSION)
                .set(SESSION.SESSION_ID, session.id())
                .set(SESSION.PERSON_ID, session.person())
                .set(SESSION.TOKEN_HASH, secret.hash())
                .set(SESSION.STRENGTH, session.strength().name())
                .set(SESSION.ADDRESS, session.address())
                .set(SESSION.USER_AGENT, session.userAgent())
                .set(SESSION.CREATED_AT, session.createdAt())
                .set(SESSION.SEEN_AT, session.seenAt())
                .set(SESSION.PROVED_AT, session.provedAt())
                .set(SESSION.EXPIRES_AT, session.expiresAt())
                .execute();
    }

    Optional<Session> live(Secret secret, Instant now) {
        return sql.selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(secret.hash()))
                .and(SESSION.EXPIRES_AT.gt(now))
                .fetchOptional(SessionRepository::read);
    }

    List<Session> of(PersonId person, Instant now) {
        return sql.selectFrom(SESSION)
                .where(SESSION.PERSON_ID.eq(person))
                .and(SESSION.EXPIRES_AT.gt(now))
                .orderBy(SESSION.SEEN_AT.desc())
                .fetch(SessionRepository::read);
    }

    void touch(UUID id, Instant now) {
        sql.update(SESSION).set(SESSION.SEEN_AT, now).where(SESSION.SESSION_ID.eq(id)).execute();
    }

    void proved(UUID id, Instant now) {
        sql.update(SESSION).set(SESSION.PROVED_AT, now).where(SESSION.SESSION_ID.eq(id)).execute();
    }

    boolean delete(PersonId person, UUID id) {
        return sql.deleteFrom(SESSION)
                        .where(SESSION.PERSON_ID.eq(person))
                        .and(SESSION.SESSION_ID.eq(id))
                        .execute()
                > 0;
    }

    int deleteAll(PersonId person) {
        return sql.deleteFrom(SESSION).where(SESSION.PERSON_ID.eq(person)).execute();
    }

    int deleteOthers(PersonId person, UUID kept) {
        return sql.deleteFrom(SESSION)
                .where(SESSION.PERSON_ID.eq(person))
                .and(SESSION.SESSION_ID.ne(kept))
                .execute();
    }

    private static Session read(SessionRecord row) {
        return new Session(
                row.getSessionId(),
                row.getPersonId(),
                Session.Strength.valueOf(row.getStrength()),
                row.getAddress(),
                row.getUserAgent(),
                row.getCreatedAt(),
                row.getSeenAt(),
                row.getProvedAt(),
                row.getExpiresAt());
    }
}
