package io.dure.platform.idempotency;

import static io.dure.platform.idempotency.db.Tables.ANSWER;

import io.dure.platform.idempotency.db.tables.records.AnswerRecord;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AnswerRepository {
    private final DSLContext sql;

    AnswerRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// Claims a key. Waits while another transaction holds it, until that one has ended.
    ///
    /// @return whether it was free
    boolean claim(PersonId person, Request request, Instant now) {
        return sql.insertInto(ANSWER)
                        .set(ANSWER.PERSON_ID, person)
                        .set(ANSWER.KEY, request.key())
                        .set(ANSWER.FINGERPRINT, request.fingerprint())
                        .set(ANSWER.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean isSame(PersonId person, Request request) {
        return sql.fetchExists(
                ANSWER, mine(person, request).and(ANSWER.FINGERPRINT.eq(request.fingerprint())));
    }

    Optional<Answer> find(PersonId person, Request request) {
        return sql.selectFrom(ANSWER)
                .where(mine(person, request))
                .and(ANSWER.STATUS.isNotNull())
                .fetchOptional(AnswerRepository::read);
    }

    void keep(PersonId person, Request request, Answer answer) {
        sql.update(ANSWER)
                .set(ANSWER.STATUS, answer.status())
                .set(ANSWER.ETAG, answer.etag())
                .set(ANSWER.LOCATION, answer.location())
                .set(ANSWER.BODY, answer.body())
                .where(mine(person, request))
                .execute();
    }

    void release(PersonId person, Request request) {
        sql.deleteFrom(ANSWER).where(mine(person, request)).execute();
    }

    void forget(Instant before) {
        sql.deleteFrom(ANSWER).where(ANSWER.CREATED_AT.lt(before)).execute();
    }

    private static Condition mine(PersonId person, Request request) {
        return ANSWER.PERSON_ID.eq(person).and(ANSWER.KEY.eq(request.key()));
    }

    private static Answer read(AnswerRecord row) {
        return new Answer(row.getStatus(), row.getEtag(), row.getLocation(), row.getBody());
    }
}
