package io.dure.platform.identity;

import io.dure.platform.audit.Audit;
import io.dure.platform.people.People;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people of the organisation in scope prove themselves with beside a password: an
/// authenticator app with recovery codes, and passkeys.
@Service
public class SecondFactors {
    private final TotpRepository totp;
    private final RecoveryCodes recovery;
    private final PasskeyRepository passkeys;
    private final Sessions sessions;
    private final People people;
    private final Organisations organisations;
    private final Audit audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            TotpRepository totp,
            RecoveryCodes recovery,
            PasskeyRepository passkeys,
            Sessions sessions,
            People people,
            Organisations organisations,
            Audit audit,
            InstantSource clock) {
        this.totp = totp;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a person has set up.
    public record Overview(boolean totp, int recoveryCodesLeft, int passkeys) {}

    /// A new authenticator app's secret, shown once.
    ///
    /// @param secret to be typed where no camera is at hand
    /// @param uri for a QR code
    public record Enrolment(String secret, String uri) {}

    /// @param session replaces the one before, since it proves more
    public record Confirmed(List<String> recoveryCodes, Secret session) {}

    @Transactional(readOnly = true)
    public Overview overview(PersonId person) {
        return new Overview(
                totp.isConfirmed(person), recovery.left(person), passkeys.count(person));
    }

    /// Whether a password alone is not enough.
    @Transactional(readOnly = true)
    public boolean isSetUp(PersonId person) {
        return totp.isConfirmed(person) || passkeys.count(person) > 0;
    }

    /// Begins to set an authenticator app up.
    ///
    /// @throws ConflictException if there is one already
    @Transactional
    public Enrolment begin(Caller caller) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        if (!totp.begin(caller.person(), secret)) {
            throw new ConflictException("totp-exists", "An authenticator app is set up already.");
        }
        var text = Typeable.encode(secret);
        return new Enrolment(text, uri(caller, text));
    }

    /// The form that apps read; not a standard, but what all of them agree on.
    private String uri(Caller caller, String secret) {
        var login = people.find(caller.person()).orElseThrow().login();
        var issuer = encode(issuer());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(issuer, encode(login), secret, issuer);
    }

    private String issuer() {
        var organisation = organisations.current();
        return organisation.id().equals(TenantId.OPERATOR) ? "Dure" : "Dure " + organisation.name();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Ends setting up with the app's first code. The caller's other browsers are signed out, and
    /// this one gets a session that proves two factors.
    ///
    /// @throws SignInRefusedException if the code is wrong
    @Transactional
    public Confirmed confirm(Caller caller, Session session, String code) {
        var app = totp.lock(caller.person()).filter(found -> !found.confirmed());
        var step =
                app.map(found -> Totp.match(found.secret(), digits(code), clock.instant(), 0))
                        .filter(java.util.OptionalLong::isPresent)
                        .orElseThrow(SignInRefusedException::wrongCode);
        totp.confirm(caller.person(), step.getAsLong(), clock.instant());
        var codes = recovery.renew(caller.person());
        audit.record(caller, "identity.totp-added", "person:" + caller.person(), Map.of());
        sessions.revokeAll(caller.person());
        return new Confirmed(codes, sessions.stronger(session));
    }

    /// @throws ConflictException if the organisation demands a second factor and this is the last
    @Transactional
    public void removeTotp(Caller caller) {
        if (organisations.current().secondFactorDemanded()
                && passkeys.count(caller.person()) == 0) {
            throw lastFactor();
        }
        totp.delete(caller.person());
        recovery.drop(caller.person());
        audit.record(caller, "identity.totp-removed", "person:" + caller.person(), Map.of());
    }

    static ConflictException lastFactor() {
        return new ConflictException(
                "last-second-factor",
                "Your organisation demands a second factor, and this is your last one.");
    }

    /// @return ten new codes; those before are void
    /// @throws ConflictException without an authenticator app
    @Transactional
    public List<String> renewRecoveryCodes(Caller caller) {
        if (!totp.isConfirmed(caller.person())) {
            throw new ConflictException("no-totp", "Set an authenticator app up first.");
        }
        audit.record(caller, "identity.recovery-codes", "person:" + caller.person(), Map.of());
        return recovery.renew(caller.person());
    }

    /// Takes everything off that somebody lost: they sign in with their password again.
    @Transactional
    public void reset(Caller caller, PersonId person) {
        totp.delete(person);
        recovery.drop(person);
        passkeys.deleteAll(person);
        sessions.revokeAll(person);
        audit.record(caller, "identity.second-factors-reset", "person:" + person, Map.of());
    }

    /// Whether it is the app's code of now, or a recovery code; either is good once.
    @Transactional
    public boolean accepts(PersonId person, String code) {
        var app = totp.lock(person).filter(TotpRepository.App::confirmed);
        if (app.isEmpty()) {
            return false;
        }
        var step =
                Totp.match(app.get().secret(), digits(code), clock.instant(), app.get().lastStep());
        step.ifPresent(used -> totp.used(person, used));
        return step.isPresent() || recovery.use(person, code);
    }

    List<Guesses.Count> counts(PersonId person) {
        return List.of(new Guesses.Count("code " + person, 5, true));
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
