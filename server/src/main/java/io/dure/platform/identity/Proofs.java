package io.dure.platform.identity;

import io.dure.platform.audit.Audit;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// How somebody who is signed in proves anew that it is them, before they change how they do so.
/// Nothing here is one transaction, as in [SignIn].
@Service
public class Proofs {
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Guesses guesses;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Proofs(
            Passwords passwords,
            SecondFactors secondFactors,
            Guesses guesses,
            Sessions sessions,
            Audit audit,
            TransactionTemplate transaction) {
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.guesses = guesses;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// @throws InvalidInputException if it is not the caller's password
    /// @throws TooManyTriesException if it comes too early
    public void byPassword(Caller caller, Session session, String password) {
        requirePassword(caller, "password", password);
        sessions.proved(session);
    }

    /// @param code of the authenticator app, or a recovery code
    /// @throws SignInRefusedException if it is wrong, or was used
    /// @throws TooManyTriesException if it comes too early
    public void byCode(Caller caller, Session session, String code) {
        var counts = secondFactors.counts(caller.person());
        guesses.admit(counts);
        if (!secondFactors.accepts(caller.person(), code)) {
            refused(caller);
            throw SignInRefusedException.wrongCode();
        }
        guesses.forgive(counts);
        sessions.proved(session);
    }

    /// Looks whether it is the caller's password.
    ///
    /// @param field that it was typed into
    /// @throws InvalidInputException if it is not
    void requirePassword(Caller caller, String field, String password) {
        var counts = List.of(new Guesses.Count("proof " + caller.person(), 5, true));
        guesses.admit(counts);
        if (!passwords.matches(Optional.of(caller.person()), password)) {
            refused(caller);
            throw new InvalidInputException(field, "wrong", "This is not your password.");
        }
        guesses.forgive(counts);
    }

    private void refused(Caller caller) {
        transaction.executeWithoutResult(_ ->
                audit.record(
                        caller, "identity.proof-refused", "person:" + caller.person(), Map.of()));
    }
}
