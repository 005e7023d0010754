package io.dure.platform.identity;

import io.dure.platform.audit.Audit;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator sees of, and does to, somebody's ways in.
@Service
public class Admission {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final SecondFactors secondFactors;
    private final Audit audit;

    Admission(
            Accounts accounts,
            Sessions sessions,
            AccessTokens tokens,
            SecondFactors secondFactors,
            Audit audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.secondFactors = secondFactors;
        this.audit = audit;
    }

    /// @param sessions in how many browsers the person is signed in
    public record Ways(int sessions, SecondFactors.Overview secondFactors) {}

    @Transactional(readOnly = true)
    public Ways of(Caller caller, PersonId person) {
        accounts.administered(caller, person);
        return new Ways(sessions.count(person), secondFactors.overview(person));
    }

    /// Signs somebody out everywhere and ends their tokens.
    @Transactional
    public void end(Caller caller, PersonId person) {
        accounts.administered(caller, person);
        sessions.revokeAll(person);
        tokens.revokeAll(person);
        audit.record(caller, "identity.signed-out", "person:" + person, Map.of());
    }

    /// Takes a lost second factor off.
    @Transactional
    public void resetSecondFactors(Caller caller, PersonId person) {
        accounts.administered(caller, person);
        secondFactors.reset(caller, person);
    }
}
