package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.CREDENTIAL;

import io.dure.platform.tenancy.PersonId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Passwords, kept as Argon2id (RFC 9106).
@Service
class Passwords {
    /// One computation takes 19 MiB and some 30 ms of one core; more at once would only starve
    /// everything else.
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /// OWASP's second recommendation (2025): 19 MiB, 2 passes, 1 lane.
    private static final Argon2PasswordEncoder ARGON2 =
            new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /// What an unknown login is checked against, so that it takes as long as a known one.
    private static final String NOBODYS = ARGON2.encode(Secret.random().text());

    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final Counter checks;
    private final DSLContext sql;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Passwords(
            DSLContext sql,
            InstantSource clock,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.checks =
                Counter.builder("dure.password.checks")
                        .description("Passwords compared with a hash, right or wrong")
                        .register(meters);
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Whether it is the person's; does the same when there is no such person or no password.
    boolean matches(Optional<PersonId> person, String password) {
        var hash = transaction.execute(_ -> hash(person.orElse(NOBODY)));
        checks.increment();
        var same = slowly(() -> ARGON2.matches(encodable(password), hash.orElse(NOBODYS)));
        return same && hash.isPresent();
    }

    /// Half a surrogate pair, which no password has, cannot be hashed.
    private static String encodable(String password) {
        return new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /// @return what to keep of a password; slow
    String hash(String password) {
        return slowly(() -> ARGON2.encode(password));
    }

    @Transactional
    public void set(PersonId person, String password) {
        store(person, hash(password));
    }

    /// @param hash of [#hash(String)]
    @Transactional
    public void store(PersonId person, String hash) {
        var now = clock.instant();
        sql.insertInto(CREDENTIAL)
                .set(CREDENTIAL.PERSON_ID, person)
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.CHANGED_AT, now)
                .onConflict(CREDENTIAL.TENANT_ID, CREDENTIAL.PERSON_ID)
                .doUpdate()
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.CHANGED_AT, now)
                .execute();
    }

    private Optional<String> hash(PersonId person) {
        return sql.select(CREDENTIAL.PASSWORD_HASH)
                .from(CREDENTIAL)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .fetchOptional(CREDENTIAL.PASSWORD_HASH);
    }

    private static <T> T slowly(ScopedValue.CallableOp<T, RuntimeException> computation) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return computation.call();
        } finally {
            AT_ONCE.release();
        }
    }
}
