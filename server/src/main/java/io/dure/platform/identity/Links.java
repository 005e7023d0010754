package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.LINK;

import io.dure.platform.identity.db.tables.records.LinkRecord;
import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One-time links, by which a person of the organisation in scope sets a password without having
/// one.
@Service
public class Links {
    private final DSLContext sql;
    private final InstantSource clock;

    Links(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What a link is for, and how long it lasts.
    public enum Purpose {
        INVITATION(Duration.ofDays(14)),
        RESET(Duration.ofHours(24)),
        /// Makes the operator's first member of staff.
        FIRST_OPERATOR(Duration.ofDays(14));

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }
    }

    /// Whose link it is, and what for.
    ///
    /// @param maker who made it for the person; empty where they asked for it themselves, or Dure
    ///   made it
    public record Link(PersonId person, Purpose purpose, Optional<PersonId> maker) {}

    /// Makes a link that nobody answers for; earlier ones of the same person die, so that only the
    /// newest works.
    @Transactional
    public Secret create(PersonId person, Purpose purpose) {
        return create(new Link(person, purpose, Optional.empty()));
    }

    /// Makes a link; earlier ones of the same person die, so that only the newest works.
    @Transactional
    public Secret create(Link link) {
        var secret = Secret.random();
        var now = clock.instant();
        revoke(link.person());
        sql.insertInto(LINK)
                .set(LINK.TOKEN_HASH, secret.hash())
                .set(LINK.PERSON_ID, link.person())
                .set(LINK.MADE_BY_PERSON_ID, link.maker().orElse(null))
                .set(LINK.PURPOSE, link.purpose().name())
                .set(LINK.CREATED_AT, now)
                .set(LINK.EXPIRES_AT, now.plus(link.purpose().lasts))
                .execute();
        return secret;
    }

    /// Looks at a link without using it.
    @Transactional(readOnly = true)
    public Optional<Link> find(Secret secret) {
        return sql.selectFrom(LINK)
                .where(LINK.TOKEN_HASH.eq(secret.hash()))
                .and(LINK.EXPIRES_AT.gt(clock.instant()))
                .fetchOptional(Links::read);
    }

    /// Uses a link, once: of two that try at the same time one succeeds.
    ///
    /// @throws LinkUsedUpException if it is not valid
    @Transactional
    public Link use(Secret secret) {
        return sql.deleteFrom(LINK)
                .where(LINK.TOKEN_HASH.eq(secret.hash()))
                .and(LINK.EXPIRES_AT.gt(clock.instant()))
                .returning()
                .fetchOptional(Links::read)
                .orElseThrow(LinkUsedUpException::new);
    }

    @Transactional
    public void revoke(PersonId person) {
        revoke(List.of(person));
    }

    @Transactional
    public void revoke(Collection<PersonId> people) {
        sql.deleteFrom(LINK).where(LINK.PERSON_ID.in(people)).execute();
    }

    private static Link read(LinkRecord row) {
        return new Link(
                row.getPersonId(),
                Purpose.valueOf(row.getPurpose()),
                Optional.ofNullable(row.getMadeByPersonId()));
    }
}
