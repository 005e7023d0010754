package io.dure.platform.identity;

import io.dure.platform.audit.Audit;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys of people of the organisation in scope: registered by who is signed in, then a way to
/// sign in without a password.
@Service
public class Passkeys {
    private static final int MOST = 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>
            ATTESTATION = new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
            ASSERTION = new TypeReference<>() {};

    private final PasskeyRepository passkeys;
    private final PasskeyChallenges challenges;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Entrance entrance;
    private final People people;
    private final Organisations organisations;
    private final Audit audit;
    private final InstantSource clock;

    Passkeys(
            PasskeyRepository passkeys,
            PasskeyChallenges challenges,
            SecondFactors secondFactors,
            Sessions sessions,
            Entrance entrance,
            People people,
            Organisations organisations,
            Audit audit,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.entrance = entrance;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a browser is asked.
    ///
    /// @param options as `PublicKeyCredential.parse…OptionsFromJSON` reads them
    /// @param secret brought along with the answer
    public record Asked(Map<String, Object> options, Secret secret) {}

    @Transactional(readOnly = true)
    public List<Passkey> list(Caller caller) {
        return passkeys.list(caller.person());
    }

    /// Begins to register a passkey.
    @Transactional
    public Asked beginRegistration(Caller caller, Site site) {
        if (passkeys.count(caller.person()) >= MOST) {
            throw new ConflictException(
                    "too-many-passkeys", "A person has at most " + MOST + " passkeys.");
        }
        var challenge = Bytes.random();
        var ceremony = new PasskeyCeremony(site, passkeys, person(caller), challenge);
        return new Asked(
                JSON.convertValue(ceremony.creation(), OBJECT),
                challenges.keep(Optional.of(caller.person()), site, challenge));
    }

    /// Keeps the passkey that the browser made.
    ///
    /// @param credential as `PublicKeyCredential.toJSON` writes it
    /// @return a session that proves two factors, in the place of the one before
    /// @throws SignInRefusedException if it does not answer what was asked
    @Transactional
    public Secret register(
            Caller caller,
            Session session,
            Site site,
            Secret secret,
            String name,
            Map<String, Object> credential) {
        var input = new Input();
        var cleanName = input.text("name", name, 1, 60);
        input.check();
        var challenge =
                challenges
                        .take(secret, Optional.of(caller.person()), site)
                        .orElseThrow(SignInRefusedException::expired);
        var made =
                new PasskeyCeremony(site, passkeys, person(caller), challenge)
                        .register(read(credential, ATTESTATION), cleanName);
        var id = UuidV7.next(clock);
        passkeys.insert(id, caller.person(), site.host(), cleanName, made);
        audit.record(caller, "identity.passkey-added", "passkey:" + id, Map.of("name", cleanName));
        return sessions.stronger(session);
    }

    /// Begins to sign in: the browser shows which passkeys it has.
    @Transactional
    public Asked beginSignIn(Site site) {
        var challenge = Bytes.random();
        var ceremony = new PasskeyCeremony(site, passkeys, Optional.empty(), challenge);
        return new Asked(
                JSON.convertValue(ceremony.request(), OBJECT),
                challenges.keep(Optional.empty(), site, challenge));
    }

    /// Signs in whoever the passkey belongs to.
    ///
    /// @throws SignInRefusedException if it is none of here, or its owner is not active
    @Transactional
    public SignInStep signIn(
            Site site, Secret secret, Map<String, Object> credential, Place place) {
        var challenge =
                challenges
                        .take(secret, Optional.empty(), site)
                        .orElseThrow(SignInRefusedException::expired);
        var proof = authenticate(site, challenge, credential);
        if (people.find(proof.person())
                .filter(found -> found.state() == Person.State.ACTIVE)
                .isEmpty()) {
            throw SignInRefusedException.passkey();
        }
        passkeys.used(proof.credential(), clock.instant());
        return entrance.open(proof.person(), Session.Strength.PASSKEY, place);
    }

    /// Asks for one of the caller's passkeys, to prove anew that it is them.
    @Transactional
    public Asked beginProof(Caller caller, Site site) {
        var challenge = Bytes.random();
        var ceremony = new PasskeyCeremony(site, passkeys, person(caller), challenge);
        return new Asked(
                JSON.convertValue(ceremony.request(), OBJECT),
                challenges.keep(Optional.of(caller.person()), site, challenge));
    }

    /// @throws SignInRefusedException if it is none of the caller's
    @Transactional
    public void prove(
            Caller caller,
            Session session,
            Site site,
            Secret secret,
            Map<String, Object> credential) {
        var challenge =
                challenges
                        .take(secret, Optional.of(caller.person()), site)
                        .orElseThrow(SignInRefusedException::expired);
        var proof = authenticate(site, challenge, credential);
        if (!proof.person().equals(caller.person())) {
            throw SignInRefusedException.passkey();
        }
        passkeys.used(proof.credential(), clock.instant());
        sessions.proved(session);
    }

    private PasskeyCeremony.Proof authenticate(
            Site site, Bytes challenge, Map<String, Object> credential) {
        return new PasskeyCeremony(site, passkeys, Optional.empty(), challenge)
                .authenticate(read(credential, ASSERTION));
    }

    @Transactional
    public void rename(Caller caller, UUID id, String name) {
        var input = new Input();
        var cleanName = input.text("name", name, 1, 60);
        input.check();
        if (!passkeys.rename(caller.person(), id, cleanName)) {
            throw new UnknownThingException("passkey");
        }
    }

    /// @throws ConflictException if the organisation demands a second factor and this is the last
    @Transactional
    public void remove(Caller caller, UUID id) {
        var left = secondFactors.overview(caller.person());
        if (!passkeys.delete(caller.person(), id)) {
            throw new UnknownThingException("passkey");
        }
        if (organisations.current().secondFactorDemanded()
                && !left.totp()
                && left.passkeys() == 1) {
            throw SecondFactors.lastFactor();
        }
        audit.record(caller, "identity.passkey-removed", "passkey:" + id, Map.of());
    }

    private Optional<Person> person(Caller caller) {
        return people.find(caller.person());
    }

    private static <T> T read(Map<String, Object> credential, TypeReference<T> type) {
        try {
            return JSON.convertValue(credential, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "credential", "malformed", "This is no credential of Web Authentication.");
        }
    }
}
