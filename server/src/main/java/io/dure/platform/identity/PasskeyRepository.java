package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.PASSKEY;

import io.dure.platform.identity.db.tables.records.PasskeyRecord;
import io.dure.platform.tenancy.PersonId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyRepository {
    private final DSLContext sql;

    PasskeyRepository(DSLContext sql) {
        this.sql = sql;
    }

    int count(PersonId person) {
        return sql.fetchCount(PASSKEY, PASSKEY.PERSON_ID.eq(person));
    }

    List<Passkey> list(PersonId person) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.PERSON_ID.eq(person))
                .orderBy(PASSKEY.PASSKEY_ID)
                .fetch(row ->
                        new Passkey(
                                row.getPasskeyId(),
                                row.getName(),
                                row.getCreatedAt(),
                                row.getUsedAt()));
    }

    void insert(UUID id, PersonId person, String host, String name, CredentialRecord credential) {
        sql.insertInto(PASSKEY)
                .set(PASSKEY.PASSKEY_ID, id)
                .set(PASSKEY.PERSON_ID, person)
                .set(PASSKEY.CREDENTIAL_ID, credential.getCredentialId().getBytes())
                .set(PASSKEY.RP_ID, host)
                .set(PASSKEY.NAME, name)
                .set(PASSKEY.PUBLIC_KEY, credential.getPublicKey().getBytes())
                .set(PASSKEY.SIGNATURE_COUNT, credential.getSignatureCount())
                .set(PASSKEY.UV_INITIALIZED, credential.isUvInitialized())
                .set(
                        PASSKEY.TRANSPORTS,
                        credential.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .set(PASSKEY.BACKUP_ELIGIBLE, credential.isBackupEligible())
                .set(PASSKEY.BACKUP_STATE, credential.isBackupState())
                .set(PASSKEY.ATTESTATION, bytes(credential.getAttestationObject()))
                .set(PASSKEY.CREATED_AT, credential.getCreated())
                .set(PASSKEY.USED_AT, credential.getLastUsed())
                .execute();
    }

    void used(CredentialRecord credential, Instant now) {
        sql.update(PASSKEY)
                .set(PASSKEY.SIGNATURE_COUNT, credential.getSignatureCount())
                .set(PASSKEY.BACKUP_STATE, credential.isBackupState())
                .set(PASSKEY.USED_AT, now)
                .where(PASSKEY.CREDENTIAL_ID.eq(credential.getCredentialId().getBytes()))
                .execute();
    }

    Optional<CredentialRecord> byCredential(Bytes credential, String host) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.CREDENTIAL_ID.eq(credential.getBytes()))
                .and(PASSKEY.RP_ID.eq(host))
                .fetchOptional(PasskeyRepository::read);
    }

    List<CredentialRecord> of(PersonId person, String host) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.PERSON_ID.eq(person))
                .and(PASSKEY.RP_ID.eq(host))
                .fetch(PasskeyRepository::read);
    }

    boolean rename(PersonId person, UUID id, String name) {
        return sql.update(PASSKEY)
                        .set(PASSKEY.NAME, name)
                        .where(PASSKEY.PERSON_ID.eq(person))
                        .and(PASSKEY.PASSKEY_ID.eq(id))
                        .execute()
                > 0;
    }

    boolean delete(PersonId person, UUID id) {
        return sql.deleteFrom(PASSKEY)
                        .where(PASSKEY.PERSON_ID.eq(person))
                        .and(PASSKEY.PASSKEY_ID.eq(id))
                        .execute()
                > 0;
    }

    void deleteAll(PersonId person) {
        sql.deleteFrom(PASSKEY).where(PASSKEY.PERSON_ID.eq(person)).execute();
    }

    /// A person's id is the user handle of their passkeys: 16 bytes, nothing of the person in it.
    static Bytes handle(PersonId person) {
        return new Bytes(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(person.value().getMostSignificantBits())
                        .putLong(person.value().getLeastSignificantBits())
                        .array());
    }

    private static CredentialRecord read(PasskeyRecord row) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getCredentialId()))
                .userEntityUserId(handle(row.getPersonId()))
                .publicKey(new ImmutablePublicKeyCose(row.getPublicKey()))
                .signatureCount(row.getSignatureCount())
                .uvInitialized(row.getUvInitialized())
                .transports(
                        Arrays.stream(row.getTransports())
                                .map(AuthenticatorTransport::valueOf)
                                .collect(Collectors.toSet()))
                .backupEligible(row.getBackupEligible())
                .backupState(row.getBackupState())
                .attestationObject(new Bytes(row.getAttestation()))
                .label(row.getName())
                .created(row.getCreatedAt())
                .lastUsed(row.getUsedAt())
                .build();
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }
}
