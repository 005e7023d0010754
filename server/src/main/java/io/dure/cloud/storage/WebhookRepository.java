package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.WEBHOOK;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.dure.platform.tenancy.TenantId;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/// Webhooks as rows, in the organisation's scope.
@Repository
class WebhookRepository {
    private static final int LONGEST_ERROR = 500;

    private static final String ALL =
            """
            select w.webhook_id, w.name, w.url, w.created_at, w.dropped, w.last_error, w.version, w.old_secret_until,
                   (select count(*) from storage.event_delivery d where d.webhook_id = w.webhook_id) as waiting
            from storage.webhook w
            """;

    private final DSLContext sql;

    WebhookRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Webhook> all() {
        return sql.fetch(ALL + " order by w.name").map(WebhookRepository::read);
    }

    Optional<Webhook> find(WebhookId id) {
        return sql.fetch(ALL + " where w.webhook_id = ?", id.value()).stream()
                .findFirst()
                .map(WebhookRepository::read);
    }

    boolean isNamed(String name) {
        return sql.fetchExists(WEBHOOK, WEBHOOK.NAME.eq(name));
    }

    int count() {
        return sql.fetchCount(WEBHOOK);
    }

    /// @return whether its name was free
    boolean insert(WebhookId id, String name, URI url, String secret, Instant now) {
        return sql.insertInto(WEBHOOK)
                        .set(WEBHOOK.WEBHOOK_ID, id.value())
                        .set(WEBHOOK.NAME, name)
                        .set(WEBHOOK.URL, url.toString())
                        .set(WEBHOOK.SECRET, secret)
                        .set(WEBHOOK.CREATED_AT, now)
                        .onConflict(WEBHOOK.TENANT_ID, WEBHOOK.NAME)
                        .doNothing()
                        .execute()
                == 1;
    }

    /// Sends its messages elsewhere, and what waits at once.
    ///
    /// @return whether it still had this version
    boolean move(WebhookId id, long version, URI url, Instant now) {
        return sql.update(WEBHOOK)
                        .set(WEBHOOK.URL, url.toString())
                        .set(WEBHOOK.DUE_AT, now)
                        .set(WEBHOOK.FAILURES, 0)
                        .set(WEBHOOK.LAST_ERROR, "")
                        .set(WEBHOOK.VERSION, WEBHOOK.VERSION.plus(1))
                        .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                        .and(WEBHOOK.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /// Has messages signed with another secret, and for a while with the one of now, too.
    void renew(WebhookId id, String secret, Instant oldUntil) {
        sql.update(WEBHOOK)
                .set(WEBHOOK.OLD_SECRET, WEBHOOK.SECRET)
                .set(WEBHOOK.OLD_SECRET_UNTIL, oldUntil)
                .set(WEBHOOK.SECRET, secret)
                .set(WEBHOOK.VERSION, WEBHOOK.VERSION.plus(1))
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .execute();
    }

    void delete(WebhookId id) {
        sql.deleteFrom(WEBHOOK).where(WEBHOOK.WEBHOOK_ID.eq(id.value())).execute();
    }

    /// Where its messages go.
    ///
    /// @param secret as it is sealed
    /// @param oldSecret as it is sealed, if it was renewed
    /// @param failures how often in a row it did not answer
    record Target(
            WebhookId id,
            URI url,
            String secret,
            Optional<String> oldSecret,
            Optional<Instant> oldUntil,
            int failures) {
        /// Those that hold, the newest first.
        List<String> secrets(Instant now) {
            var old = oldSecret.filter(_ -> oldUntil.filter(now::isBefore).isPresent());
            return Stream.concat(Stream.of(secret), old.stream()).toList();
        }
    }

    Optional<Target> target(WebhookId id) {
        return sql.selectFrom(WEBHOOK)
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .fetchOptional(row ->
                        new Target(
                                id,
                                URI.create(row.getUrl()),
                                row.getSecret(),
                                Optional.ofNullable(row.getOldSecret()),
                                Optional.ofNullable(row.getOldSecretUntil()),
                                row.getFailures()));
    }

    /// Somebody whose turn it is.
    record Due(TenantId tenant, WebhookId webhook) {}

    /// Whose turn it is: who has waited for longest first, and few of one organisation, so that it
    /// keeps nobody else waiting. Call it in a system scope.
    ///
    /// @param ofOne how many of an organisation there may be
    /// @param but organisations that are left out
    List<Due> due(Instant now, int most, int ofOne, Collection<TenantId> but) {
        return sql.fetch(
                        """
                        select d.tenant_id, d.webhook_id
                        from (
                            select w.tenant_id, w.webhook_id, w.due_at,
                                   row_number() over (partition by w.tenant_id order by w.due_at) as nth
                            from storage.webhook w
                            where w.due_at <= ?::timestamptz
                              and (w.taken_until is null or w.taken_until <= ?::timestamptz)
                              and w.tenant_id <> all(?::uuid[])) d
                        where d.nth <= ?
                        order by d.due_at limit ?
                        """,
                        now,
                        now,
                        but.stream().map(TenantId::value).toArray(UUID[]::new),
                        ofOne,
                        most)
                .map(row ->
                        new Due(
                                new TenantId(row.get("tenant_id", UUID.class)),
                                new WebhookId(row.get("webhook_id", UUID.class))));
    }

    /// Takes a turn of its, which nobody else has meanwhile.
    ///
    /// @param until when another may, should nobody end it
    /// @return whether it is its turn
    boolean take(WebhookId id, Instant now, Instant until) {
        return sql.update(WEBHOOK)
                        .set(WEBHOOK.TAKEN_UNTIL, until)
                        .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                        .and(WEBHOOK.DUE_AT.le(now))
                        .and(WEBHOOK.TAKEN_UNTIL.isNull().or(WEBHOOK.TAKEN_UNTIL.le(now)))
                        .execute()
                == 1;
    }

    /// Ends a turn. The next is when something is due, but not before others that wait already, nor
    /// while the webhook is let be. Call it with the queue locked.
    ///
    /// @param until by which the turn is known
    void end(WebhookId id, Instant now, Instant until) {
        sql.execute(
                """
                update storage.webhook w
                set taken_until = null,
                    due_at = (select greatest(d.due_at, case when w.failures > 0 then w.due_at end, ?::timestamptz)
                              from storage.event_delivery d
                              where d.webhook_id = w.webhook_id and d.due_at is not null
                              order by d.due_at limit 1)
                where w.webhook_id = ? and w.taken_until = ?::timestamptz
                """,
                now,
                id.value(),
                until);
    }

    /// Has it have a turn, now that there is something for it; unless it is being let be. Call it
    /// with the queue locked.
    void wake(Collection<String> names, Instant now) {
        wake(names, now, WEBHOOK.FAILURES.eq(0));
    }

    /// The same, even if it is being let be.
    void wakeAnyway(String name, Instant now) {
        wake(List.of(name), now, noCondition());
    }

    private void wake(Collection<String> names, Instant now, Condition isEarlier) {
        sql.update(WEBHOOK)
                .set(WEBHOOK.DUE_AT, now)
                .where(WEBHOOK.NAME.in(names))
                .and(WEBHOOK.DUE_AT.isNull().or(WEBHOOK.DUE_AT.gt(now).and(isEarlier)))
                .execute();
    }

    /// It was sent something, and answered.
    ///
    /// @param error why it did not take the last; empty if it did
    /// @param dropped how many are given up by that
    void answered(WebhookId id, String error, int dropped) {
        sql.update(WEBHOOK)
                .set(WEBHOOK.FAILURES, 0)
                .set(WEBHOOK.LAST_ERROR, cut(error))
                .set(WEBHOOK.DROPPED, WEBHOOK.DROPPED.plus(dropped))
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .and(
                        WEBHOOK.FAILURES
                                .ne(0)
                                .or(WEBHOOK.LAST_ERROR.ne(cut(error)))
                                .or(val(dropped).ne(0)))
                .execute();
    }

    /// It did not answer, and is let be.
    ///
    /// @param failures in a row
    /// @param until when it is let be
    void failed(WebhookId id, String error, int dropped, int failures, Instant until) {
        sql.update(WEBHOOK)
                .set(WEBHOOK.FAILURES, failures)
                .set(WEBHOOK.DUE_AT, until)
                .set(WEBHOOK.LAST_ERROR, cut(error))
                .set(WEBHOOK.DROPPED, WEBHOOK.DROPPED.plus(dropped))
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .execute();
    }

    void dropped(WebhookId id, int messages) {
        sql.update(WEBHOOK)
                .set(WEBHOOK.DROPPED, WEBHOOK.DROPPED.plus(messages))
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .execute();
    }

    private static String cut(String error) {
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }

    private static Webhook read(Record row) {
        return new Webhook(
                new WebhookId(row.get("webhook_id", UUID.class)),
                row.get("name", String.class),
                URI.create(row.get("url", String.class)),
                row.get("created_at", OffsetDateTime.class).toInstant(),
                row.get("waiting", Long.class),
                row.get("dropped", Long.class),
                row.get("last_error", String.class),
                Optional.ofNullable(row.get("old_secret_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.get("version", Long.class));
    }
}
