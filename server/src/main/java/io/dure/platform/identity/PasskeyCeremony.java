package io.dure.platform.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.PersonId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/// One registration or one sign-in by passkey at one site. The library checks it by the standard
/// (Web Authentication Level 3 §7); the user must be verified, so that a passkey is two factors:
/// the device, and a finger, a face or a PIN.
final class PasskeyCeremony {
    private final Site site;
    private final PasskeyRepository passkeys;
    private final Optional<Person> person;
    private final Bytes challenge;
    private @Nullable CredentialRecord checked;

    /// @param person who registers; none where somebody signs in
    PasskeyCeremony(
            Site site, PasskeyRepository passkeys, Optional<Person> person, Bytes challenge) {
        this.site = site;
        this.passkeys = passkeys;
        this.person = person;
        this.challenge = challenge;
    }

    PublicKeyCredentialCreationOptions creation() {
        return operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(named()));
    }

    PublicKeyCredentialRequestOptions request() {
        return operations()
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// @throws SignInRefusedException if it does not answer the challenge
    CredentialRecord register(
            PublicKeyCredential<AuthenticatorAttestationResponse> credential, String name) {
        try {
            return operations()
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    creation(), new RelyingPartyPublicKey(credential, name)));
        } catch (WebAuthnException | IllegalArgumentException | AuthenticationException e) {
            throw SignInRefusedException.passkey();
        }
    }

    /// @return whose passkey it is, and the passkey as it is now
    /// @throws SignInRefusedException if it does not answer the challenge
    Proof authenticate(PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
        try {
            var user =
                    operations()
                            .authenticate(
                                    new RelyingPartyAuthenticationRequest(request(), credential));
            var id = ByteBuffer.wrap(user.getId().getBytes());
            var used = checked;
            if (used == null) {
                throw SignInRefusedException.passkey();
            }
            return new Proof(new PersonId(new UUID(id.getLong(), id.getLong())), used);
        } catch (WebAuthnException | IllegalArgumentException | AuthenticationException e) {
            throw SignInRefusedException.passkey();
        }
    }

    record Proof(PersonId person, CredentialRecord credential) {}

    private Webauthn4JRelyingPartyOperations operations() {
        var operations =
                new Webauthn4JRelyingPartyOperations(
                        new Users(),
                        new Credentials(),
                        PublicKeyCredentialRpEntity.builder().id(site.host()).name("Dure").build(),
                        Set.of(site.origin()));
        operations.setCustomizeCreationOptions(options ->
                options.challenge(challenge)
                        .authenticatorSelection(
                                AuthenticatorSelectionCriteria.builder()
                                        .residentKey(ResidentKeyRequirement.REQUIRED)
                                        .userVerification(UserVerificationRequirement.REQUIRED)
                                        .build()));
        operations.setCustomizeRequestOptions(options ->
                options.challenge(challenge)
                        .userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private Authentication named() {
        return UsernamePasswordAuthenticationToken.authenticated(
                person.orElseThrow().login(), null, List.of());
    }

    private static PublicKeyCredentialUserEntity user(Bytes handle, String login, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(login)
                .displayName(name)
                .build();
    }

    /// Gives the library the person who registers, and nobody else.
    private final class Users implements PublicKeyCredentialUserEntityRepository {
        @Override
        public PublicKeyCredentialUserEntity findById(Bytes id) {
            return user(id, "", "");
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
            return person.map(found ->
                            user(PasskeyRepository.handle(found.id()), found.login(), found.name()))
                    .orElse(null);
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {}

        @Override
        public void delete(Bytes id) {}
    }

    /// Shows the library this site's passkeys, and takes note of the one it accepted.
    private final class Credentials implements UserCredentialRepository {
        @Override
        public void delete(Bytes credential) {}

        @Override
        public void save(CredentialRecord credential) {
            checked = credential;
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
            return passkeys.byCredential(credential, site.host()).orElse(null);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes user) {
            return person.map(found -> passkeys.of(found.id(), site.host())).orElse(List.of());
        }
    }
}
