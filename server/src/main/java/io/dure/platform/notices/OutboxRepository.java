package io.dure.platform.notices;

import static io.dure.platform.notices.db.Tables.OUTBOX;

import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.UuidV7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class OutboxRepository {
    private static final int LONGEST_ERROR = 500;

    private final DSLContext sql;
    private final InstantSource clock;

    OutboxRepository(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Mail(
            TenantId tenant, UUID id, String recipient, String subject, String body, int tries) {}

    void add(String recipient, Template.Letter letter) {
        var now = clock.instant();
        sql.insertInto(OUTBOX)
                .set(OUTBOX.MAIL_ID, UuidV7.next(clock))
                .set(OUTBOX.RECIPIENT, recipient)
                .set(OUTBOX.SUBJECT, letter.subject())
                .set(OUTBOX.BODY, letter.body())
                .set(OUTBOX.STATE, "WAITING")
                .set(OUTBOX.DUE_AT, now)
                .set(OUTBOX.CREATED_AT, now)
                .execute();
    }

    /// Takes mails that are due. They are due again after the time given, should this process die
    /// before it says how it went.
    List<Mail> take(int most, Duration unless) {
        var now = clock.instant();
        var due =
                sql.select(OUTBOX.TENANT_ID, OUTBOX.MAIL_ID)
                        .from(OUTBOX)
                        .where(OUTBOX.STATE.eq("WAITING"))
                        .and(OUTBOX.DUE_AT.le(now))
                        .orderBy(OUTBOX.DUE_AT)
                        .limit(most)
                        .forUpdate()
                        .skipLocked();
        return sql.update(OUTBOX)
                .set(OUTBOX.DUE_AT, now.plus(unless))
                .set(OUTBOX.TRIES, OUTBOX.TRIES.plus(1))
                .where(org.jooq.impl.DSL.row(OUTBOX.TENANT_ID, OUTBOX.MAIL_ID).in(due))
                .returningResult(
                        OUTBOX.TENANT_ID,
                        OUTBOX.MAIL_ID,
                        OUTBOX.RECIPIENT,
                        OUTBOX.SUBJECT,
                        OUTBOX.BODY,
                        OUTBOX.TRIES)
                .fetch(org.jooq.Records.mapping(Mail::new));
    }

    void sent(Mail mail) {
        end(mail, "SENT", "");
    }

    void giveUp(Mail mail, String error) {
        end(mail, "GIVEN_UP", error);
    }

    void later(Mail mail, Duration after, String error) {
        sql.update(OUTBOX)
                .set(OUTBOX.DUE_AT, clock.instant().plus(after))
                .set(OUTBOX.LAST_ERROR, cut(error))
                .where(OUTBOX.TENANT_ID.eq(mail.tenant()))
                .and(OUTBOX.MAIL_ID.eq(mail.id()))
                .execute();
    }

    private void end(Mail mail, String state, String error) {
        sql.update(OUTBOX)
                .set(OUTBOX.STATE, state)
                .set(OUTBOX.BODY, "")
                .set(OUTBOX.LAST_ERROR, cut(error))
                .where(OUTBOX.TENANT_ID.eq(mail.tenant()))
                .and(OUTBOX.MAIL_ID.eq(mail.id()))
                .execute();
    }

    private static String cut(String error) {
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }
}
