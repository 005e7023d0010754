package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.WEBHOOK;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /// @return whether it still had this version
    boolean move(WebhookId id, long version, URI url) {
        return sql.update(WEBHOOK)
                        .set(WEBHOOK.URL, url.toString())
                        .setNull(WEBHOOK.RETRY_AT)
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
    record Target(
            WebhookId id,
            URI url,
            String secret,
            Optional<String> oldSecret,
            Optional<Instant> oldUntil) {
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
                                Optional.ofNullable(row.getOldSecretUntil())));
    }

    /// It took a message.
    void answered(WebhookId id) {
        sql.update(WEBHOOK)
                .setNull(WEBHOOK.RETRY_AT)
                .set(WEBHOOK.LAST_ERROR, "")
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .and(WEBHOOK.RETRY_AT.isNotNull().or(WEBHOOK.LAST_ERROR.ne("")))
                .execute();
    }

    /// It did not take a message.
    ///
    /// @param dropped how many are given up by that
    /// @param retryAt until when it is let be
    void failed(WebhookId id, String error, int dropped, Instant retryAt) {
        sql.update(WEBHOOK)
                .set(WEBHOOK.RETRY_AT, retryAt)
                .set(
                        WEBHOOK.LAST_ERROR,
                        error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .set(WEBHOOK.DROPPED, WEBHOOK.DROPPED.plus(dropped))
                .where(WEBHOOK.WEBHOOK_ID.eq(id.value()))
                .execute();
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
