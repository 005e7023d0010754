package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.PASSKEY_CHALLENGE;

import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.SystemScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What browsers were asked to sign; each is good once, for ten minutes, in the browser that asked.
@Service
class PasskeyChallenges {
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final DSLContext sql;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    PasskeyChallenges(DSLContext sql, InstantSource clock, TransactionTemplate transaction) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param person who registers; none where somebody signs in
    @Transactional
    public Secret keep(Optional<PersonId> person, Site site, Bytes challenge) {
        var secret = Secret.random();
        sql.insertInto(PASSKEY_CHALLENGE)
                .set(PASSKEY_CHALLENGE.TOKEN_HASH, secret.hash())
                .set(PASSKEY_CHALLENGE.PERSON_ID, person.orElse(null))
                .set(PASSKEY_CHALLENGE.CHALLENGE, challenge.getBytes())
                .set(PASSKEY_CHALLENGE.RP_ID, site.host())
                .set(PASSKEY_CHALLENGE.EXPIRES_AT, clock.instant().plus(LASTS))
                .execute();
        return secret;
    }

    /// Uses a challenge up.
    @Transactional
    public Optional<Bytes> take(Secret secret, Optional<PersonId> person, Site site) {
        var whose =
                person.map(PASSKEY_CHALLENGE.PERSON_ID::eq)
                        .orElse(PASSKEY_CHALLENGE.PERSON_ID.isNull());
        return sql.deleteFrom(PASSKEY_CHALLENGE)
                .where(PASSKEY_CHALLENGE.TOKEN_HASH.eq(secret.hash()))
                .and(PASSKEY_CHALLENGE.RP_ID.eq(site.host()))
                .and(PASSKEY_CHALLENGE.EXPIRES_AT.gt(clock.instant()))
                .and(whose)
                .returning()
                .fetchOptional(row -> new Bytes(row.getChallenge()));
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forget() {
        SystemScope.run(
                "old challenges",
                () ->
                        transaction.executeWithoutResult(_ ->
                                sql.deleteFrom(PASSKEY_CHALLENGE)
                                        .where(PASSKEY_CHALLENGE.EXPIRES_AT.le(clock.instant()))
                                        .execute()));
    }
}
