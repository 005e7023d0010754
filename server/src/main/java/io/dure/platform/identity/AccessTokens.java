package io.dure.platform.identity;

import io.dure.platform.audit.Audit;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Personal access tokens of people of the organisation in scope.
@Service
public class AccessTokens {
    /// What every token begins with, so that one that leaked is recognised.
    static final String PREFIX = "dure_pat_";

    private static final int MOST = 50;
    private static final int LONGEST_DAYS = 366;
    private static final Duration USED_EXACTNESS = Duration.ofMinutes(1);

    private final AccessTokenRepository repository;
    private final Audit audit;
    private final InstantSource clock;

    AccessTokens(AccessTokenRepository repository, Audit audit, InstantSource clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param secret shown now and never again
    public record Made(AccessToken token, Secret secret) {}

    /// The caller's own, the newest first.
    @Transactional(readOnly = true)
    public List<AccessToken> list(Caller caller) {
        return repository.of(caller.person());
    }

    /// @param name what the person calls it, at most 60 characters
    /// @param scopes capabilities that the caller has; at least one
    /// @param days until it expires, at most 366
    @Transactional
    public Made create(Caller caller, String name, Set<String> scopes, int days) {
        var input = new Input();
        var cleanName = input.text("name", name, 1, 60);
        input.expect(
                days >= 1 && days <= LONGEST_DAYS,
                "days",
                "out-of-range",
                "A token lasts 1 to " + LONGEST_DAYS + " days.");
        input.expect(!scopes.isEmpty(), "scopes", "missing", "Choose what the token may do.");
        var held = caller.authority().names();
        scopes.stream()
                .filter(scope -> !held.contains(scope))
                .findFirst()
                .ifPresent(scope ->
                        input.reject(
                                "scopes", "not-yours", "You may not do " + scope + " yourself."));
        input.expect(
                repository.of(caller.person()).size() < MOST,
                "name",
                "too-many",
                "A person has at most " + MOST + " tokens.");
        input.check();
        var now = clock.instant();
        var token =
                new AccessToken(
                        UuidV7.next(clock),
                        caller.person(),
                        cleanName,
                        scopes,
                        now,
                        now.plus(Duration.ofDays(days)),
                        Optional.empty());
        var secret = new Secret(PREFIX + Secret.random().text());
        repository.insert(token, secret);
        audit.record(
                caller,
                "identity.token-created",
                "token:" + token.id(),
                Map.of("name", cleanName, "scopes", String.join(" ", scopes)));
        return new Made(token, secret);
    }

    /// Ends one of the caller's tokens, at once.
    @Transactional
    public void revoke(Caller caller, UUID id) {
        if (!repository.delete(caller.person(), id)) {
            throw new UnknownThingException("token");
        }
        audit.record(caller, "identity.token-revoked", "token:" + id, Map.of());
    }

    @Transactional
    public void revokeAll(PersonId person) {
        repository.deleteAll(person);
    }

    /// The token that a program presents.
    @Transactional
    public Optional<AccessToken> resume(String presented) {
        if (!presented.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var token = repository.live(new Secret(presented), now);
        token.filter(found ->
                        found.usedAt().filter(at -> at.plus(USED_EXACTNESS).isAfter(now)).isEmpty())
                .ifPresent(found -> repository.touch(found.id(), now));
        return token;
    }
}
