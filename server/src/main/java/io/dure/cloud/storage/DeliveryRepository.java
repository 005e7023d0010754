package io.dure.cloud.storage;

import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Messages that webhooks are still to be sent, as rows; in the organisation's scope but for
/// [#waiting].
@Repository
class DeliveryRepository {
    private final DSLContext sql;

    DeliveryRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// @param number orders an organisation's messages, and names one to its webhook
    record Delivery(long number, WebhookId webhook, String body, Instant createdAt, int tries) {}

    /// @param webhook its name
    /// @param object that the message is about, `BUCKET/KEY`
    record Message(long number, String webhook, String object, String body) {}

    /// Numbers for so many messages, in order.
    List<Long> numbers(int count) {
        return sql.fetch("select nextval('storage.event_number') from generate_series(1, ?)", count)
                .getValues(0, Long.class);
    }

    /// Those to webhooks that are not there are left out.
    void add(List<Message> messages, Instant now) {
        sql.execute(
                """
                insert into storage.event_delivery (number, webhook_id, object, body, created_at, due_at)
                select m.number, w.webhook_id, m.object, m.body, ?::timestamptz, ?::timestamptz
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) m (number, webhook, object, body)
                join storage.webhook w on w.name = m.webhook
                """,
                now,
                now,
                messages.stream().map(Message::number).toArray(Long[]::new),
                messages.stream().map(Message::webhook).toArray(String[]::new),
                messages.stream().map(Message::object).toArray(String[]::new),
                messages.stream().map(Message::body).toArray(String[]::new));
    }

    /// Gives the oldest up, whatever webhook they are for, while more wait than may; each counts at
    /// its webhook.
    void dropOldest(int most) {
        sql.execute(
                """
                with gone as (
                    delete from storage.event_delivery d
                    where d.number in (
                        select x.number from storage.event_delivery x order by x.number
                        limit coalesce((select greatest(q.waiting - ?, 0) from storage.event_queue q), 0))
                    returning d.webhook_id)
                update storage.webhook w set dropped = w.dropped + g.messages
                from (select webhook_id, count(*) as messages from gone group by webhook_id) g
                where w.webhook_id = g.webhook_id
                """,
                most);
    }

    /// Has the count of the queue wait for nobody else: whoever adds to the queue locks it before
    /// rows, so whoever takes rows away does, too.
    private void lockQueue() {
        sql.execute("select from storage.event_queue for update");
    }

    /// Of one webhook.
    void deleteAll(WebhookId webhook) {
        lockQueue();
        sql.execute("delete from storage.event_delivery where webhook_id = ?", webhook.value());
    }

    /// Organisations that have messages to be sent. Call it in a system scope.
    List<TenantId> waiting(Instant now, int most) {
        return sql.fetch(
                        """
                        select distinct tenant_id from storage.event_delivery
                        where due_at <= ?::timestamptz limit ?
                        """,
                        now,
                        most)
                .map(row -> new TenantId(row.get("tenant_id", UUID.class)));
    }

    /// Takes messages that are due: of each object the first only, so that they go in order.
    ///
    /// @param until when they are due again, should nobody say how it went
    List<Delivery> take(int most, Instant now, Instant until) {
        return sql.fetch(
                        """
                        update storage.event_delivery d
                        set due_at = ?::timestamptz, tries = d.tries + 1
                        from (
                            select e.number
                            from storage.event_delivery e
                            join storage.webhook w on w.webhook_id = e.webhook_id
                            where e.due_at <= ?::timestamptz and (w.retry_at is null or w.retry_at <= ?::timestamptz)
                              and not exists (
                                select from storage.event_delivery x
                                where x.webhook_id = e.webhook_id and x.object = e.object and x.number < e.number)
                            order by e.number limit ?
                            for update of e skip locked) due
                        where d.number = due.number
                        returning d.number, d.webhook_id, d.body, d.created_at, d.tries
                        """,
                        until,
                        now,
                        now,
                        most)
                .map(row ->
                        new Delivery(
                                row.get("number", Long.class),
                                new WebhookId(row.get("webhook_id", UUID.class)),
                                row.get("body", String.class),
                                row.get("created_at", OffsetDateTime.class).toInstant(),
                                row.get("tries", Integer.class)));
    }

    void delete(long number) {
        lockQueue();
        sql.execute("delete from storage.event_delivery where number = ?", number);
    }

    void postpone(long number, Instant until) {
        sql.execute(
                "update storage.event_delivery set due_at = ?::timestamptz where number = ?",
                until,
                number);
    }
}
