package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.GUESS;

import io.dure.platform.tenancy.SystemScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Slows guessing down without locking anybody out.
///
/// Each try is counted before it is looked at, so that many at once gain nothing. After some free
/// tries the wait doubles, from a second to a quarter of an hour. Three things are counted, each
/// with its own allowance: the login from this source, the login from anywhere, and the source. A
/// browser in which the person has signed in before is counted by itself only: whoever else is
/// guessing, its owner gets in. Logins that nobody has are counted like any other.
@Service
class Guesses {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final DSLContext sql;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Guesses(DSLContext sql, InstantSource clock, TransactionTemplate transaction) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Something whose tries are counted.
    ///
    /// @param free how many tries cost no waiting
    /// @param forgiven whether a success forgets the tries before it; one by somebody else must not
    ///   give a guesser new allowance
    record Count(String name, int free, boolean forgiven) {
        Count {
            name = name.toLowerCase(Locale.ROOT);
        }

        byte[] key() {
            return new Secret(name).hash();
        }
    }

    /// What a try for this login from this place counts as.
    static List<Count> counts(String login, Place place, boolean knownDevice) {
        if (knownDevice) {
            return List.of(new Count("device " + place.device().orElseThrow().text(), 10, true));
        }
        var text = login.strip();
        return List.of(
                new Count("from " + place.source() + " " + text, 5, true),
                new Count("login " + text, 20, false),
                new Count("source " + place.source(), 100, false));
    }

    /// Counts a try, in a transaction of its own.
    ///
    /// @throws TooManyTriesException if it comes too early
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void admit(List<Count> counts) {
        var now = clock.instant();
        // One order for all, so that two tries never wait for each other.
        for (var count : sorted(counts)) {
            var blocked = blockedUntil(count, now);
            if (blocked.isAfter(now)) {
                throw new TooManyTriesException(Duration.between(now, blocked));
            }
        }
        sorted(counts).forEach(count -> add(count, now));
    }

    /// Forgets the tries of somebody who proved who they are.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(List<Count> counts) {
        for (var count : sorted(counts)) {
            if (count.forgiven()) {
                sql.deleteFrom(GUESS).where(GUESS.KEY_HASH.eq(count.key())).execute();
            } else {
                sql.update(GUESS)
                        .set(GUESS.TRIES, GUESS.TRIES.minus(1))
                        .where(GUESS.KEY_HASH.eq(count.key()))
                        .and(GUESS.TRIES.gt(0))
                        .execute();
            }
        }
    }

    /// Also takes the row, so that tries at once are counted one after the other.
    private Instant blockedUntil(Count count, Instant now) {
        return sql.insertInto(GUESS)
                .set(GUESS.KEY_HASH, count.key())
                .set(GUESS.TRIES, 0)
                .set(GUESS.TRIED_AT, now)
                .set(GUESS.BLOCKED_UNTIL, Instant.EPOCH)
                .onConflict(GUESS.TENANT_ID, GUESS.KEY_HASH)
                .doUpdate()
                .set(GUESS.TRIED_AT, GUESS.TRIED_AT)
                .returning()
                .fetchSingle()
                .getBlockedUntil();
    }

    private void add(Count count, Instant now) {
        var row =
                sql.select(GUESS.TRIES, GUESS.TRIED_AT)
                        .from(GUESS)
                        .where(GUESS.KEY_HASH.eq(count.key()))
                        .fetchSingle();
        var recent = row.value2().plus(FORGOTTEN_AFTER).isAfter(now) ? row.value1() : 0;
        sql.update(GUESS)
                .set(GUESS.TRIES, recent + 1)
                .set(GUESS.TRIED_AT, now)
                .set(GUESS.BLOCKED_UNTIL, blockedUntil(now, recent + 1, count.free()))
                .where(GUESS.KEY_HASH.eq(count.key()))
                .execute();
    }

    private static Instant blockedUntil(Instant now, int tries, int free) {
        return tries < free ? Instant.EPOCH : now.plus(waitFor(tries - free));
    }

    private static Duration waitFor(int paid) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(paid, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /// Keeps the table as small as an hour's tries, which the wait of each source bounds.
    @Scheduled(fixedDelayString = "PT10M")
    void forget() {
        SystemScope.run(
                "old tries",
                () ->
                        transaction.executeWithoutResult(_ ->
                                sql.deleteFrom(GUESS)
                                        .where(
                                                GUESS.TRIED_AT.lt(
                                                        clock.instant().minus(FORGOTTEN_AFTER)))
                                        .execute()));
    }

    private static List<Count> sorted(List<Count> counts) {
        return counts.stream().sorted(java.util.Comparator.comparing(Count::name)).toList();
    }
}
