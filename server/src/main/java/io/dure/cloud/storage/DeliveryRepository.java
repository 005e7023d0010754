package io.dure.cloud.storage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Messages that webhooks are still to be sent, as rows; in the organisation's scope. Of those
/// about one object only the first is due, which the table itself sees to where rows go.
@Repository
class DeliveryRepository {
    /// For this transaction. The index that has what is due in order is then the one that is read;
    /// without statistics, PostgreSQL may else read the whole queue by another, and sort it.
    static final String UNSORTED = "set local enable_sort = off";

    /// Reads no more of a queue than it takes, however long it is, if it is [#UNSORTED].
    static final String DUE =
            """
            select d.number, d.body, d.created_at, d.tries
            from storage.event_delivery d
            where d.webhook_id = ? and d.due_at <= ?::timestamptz
            order by d.due_at, d.number limit ?
            """;

    private final DSLContext sql;

    DeliveryRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// @param number orders an organisation's messages, and names one to its webhook
    /// @param tries that failed
    record Delivery(long number, String body, Instant createdAt, int tries) {}

    /// @param webhook its name
    /// @param object that the message is about, `BUCKET/KEY`
    record Message(long number, String webhook, String object, String body) {}

    /// Numbers for so many messages, in order.
    List<Long> numbers(int count) {
        return sql.fetch("select nextval('storage.event_number') from generate_series(1, ?)", count)
                .getValues(0, Long.class);
    }

    /// Waits for whoever else adds to the queue or takes from it. Who does both this and something
    /// to a webhook locks the queue first.
    void lock() {
        if (sql.execute("select from storage.event_queue for update") == 0) {
            sql.execute(
                    """
                    insert into storage.event_queue as q (waiting) values (0)
                    on conflict (tenant_id) do update set waiting = q.waiting
                    """);
        }
    }

    /// Those to webhooks that are not there are left out. Whether others of an object wait is asked
    /// in the order of the one index that tells, so that no queue is read through for it.
    void add(List<Message> messages, Instant now) {
        lock();
        sql.execute(
                """
                insert into storage.event_delivery (number, webhook_id, object, body, created_at, due_at)
                select m.number, w.webhook_id, m.object, m.body, ?::timestamptz,
                       case when m.nth = 1 and (
                               select x.number from storage.event_delivery x
                               where x.webhook_id = w.webhook_id and x.object between m.object and m.object
                               order by x.object, x.number limit 1) is null
                           then ?::timestamptz end
                from (select u.*, row_number() over (partition by u.webhook, u.object order by u.number) as nth
                      from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) u (number, webhook, object, body)) m
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

    /// Gives up what a webhook did not take in time, the oldest first.
    ///
    /// @param before which it was told
    /// @return how many went, none of which is counted
    int dropOld(WebhookId webhook, Instant before, int most) {
        lock();
        return sql.execute(
                """
                delete from storage.event_delivery d
                where d.number in (
                    select x.number
                    from (select o.number, o.created_at from storage.event_delivery o
                          where o.webhook_id = ? order by o.number limit ?) x
                    where x.created_at <= ?::timestamptz)
                """,
                webhook.value(),
                most,
                before);
    }

    /// Of one webhook.
    void deleteAll(WebhookId webhook) {
        lock();
        sql.execute("delete from storage.event_delivery where webhook_id = ?", webhook.value());
    }

    /// What a webhook may be sent now, what has been due for longest first: of each object the
    /// first message only, so that they go in order.
    List<Delivery> due(WebhookId webhook, int most, Instant now) {
        sql.execute(UNSORTED);
        return sql.fetch(DUE, webhook.value(), now, most)
                .map(row ->
                        new Delivery(
                                row.get("number", Long.class),
                                row.get("body", String.class),
                                row.get("created_at", OffsetDateTime.class).toInstant(),
                                row.get("tries", Integer.class)));
    }

    void delete(Collection<Delivery> deliveries) {
        if (!deliveries.isEmpty()) {
            lock();
            sql.execute(
                    "delete from storage.event_delivery where number = any(?::bigint[])",
                    (Object) deliveries.stream().map(Delivery::number).toArray(Long[]::new));
        }
    }

    /// A try of it failed.
    void postpone(Delivery delivery, Instant until) {
        sql.execute(
                """
                update storage.event_delivery set due_at = ?::timestamptz, tries = ? where number = ?
                """,
                until,
                delivery.tries() + 1,
                delivery.number());
    }

    /// Has go at once what was postponed.
    void hasten(WebhookId webhook, Instant now) {
        sql.execute(
                """
                update storage.event_delivery set due_at = created_at, tries = 0
                where webhook_id = ? and due_at > ?::timestamptz
                """,
                webhook.value(),
                now);
    }
}
