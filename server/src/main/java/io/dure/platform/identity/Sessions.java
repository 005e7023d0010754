package io.dure.platform.identity;

import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people of the organisation in scope are signed in.
@Service
public class Sessions {
    /// A browser used at least so often stays signed in until [#LONGEST].
    static final Duration LONGEST = Duration.ofDays(14);

    /// "Last seen" is as exact as this, so that reading does not write at every request.
    private static final Duration SEEN_EXACTNESS = Duration.ofMinutes(1);

    private static final int MAX_USER_AGENT = 300;

    private final SessionRepository repository;
    private final InstantSource clock;

    Sessions(SessionRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// Signs a person in; a new secret each time, so that one planted before sign-in is worth
    /// nothing.
    @Transactional
    public Secret open(
            PersonId person, Session.Strength strength, String address, String userAgent) {
        var now = clock.instant();
        var secret = Secret.random();
        var agent = userAgent.substring(0, Math.min(userAgent.length(), MAX_USER_AGENT));
        repository.insert(
                new Session(
                        UuidV7.next(clock),
                        person,
                        strength,
                        address,
                        agent,
                        now,
                        now,
                        now,
                        now.plus(LONGEST)),
                secret);
        return secret;
    }

    /// Replaces a session by one that proves a second factor: same browser, new secret.
    @Transactional
    public Secret stronger(Session session) {
        repository.delete(session.person(), session.id());
        return open(
                session.person(),
                Session.Strength.SECOND_FACTOR,
                session.address(),
                session.userAgent());
    }

    /// Keeps that its person has proved anew who they are.
    @Transactional
    public void proved(Session session) {
        repository.proved(session.id(), clock.instant());
    }

    /// The session that a cookie opens.
    @Transactional
    public Optional<Session> resume(Secret secret) {
        var now = clock.instant();
        var session = repository.live(secret, now);
        session.filter(found -> found.seenAt().plus(SEEN_EXACTNESS).isBefore(now))
                .ifPresent(found -> repository.touch(found.id(), now));
        return session;
    }

    /// The caller's own, the latest used first.
    @Transactional(readOnly = true)
    public List<Session> list(Caller caller) {
        return repository.of(caller.person(), clock.instant());
    }

    /// In how many browsers a person is signed in.
    @Transactional(readOnly = true)
    public int count(PersonId person) {
        return repository.of(person, clock.instant()).size();
    }

    /// Signs one of the caller's browsers out, at once.
    @Transactional
    public void revoke(Caller caller, UUID id) {
        if (!repository.delete(caller.person(), id)) {
            throw new UnknownThingException("session");
        }
    }

    /// Signs a person out everywhere but in one browser.
    @Transactional
    public int revokeOthers(PersonId person, UUID kept) {
        return repository.deleteOthers(person, kept);
    }

    /// Signs a person out everywhere.
    @Transactional
    public int revokeAll(PersonId person) {
        return repository.deleteAll(person);
    }
}
