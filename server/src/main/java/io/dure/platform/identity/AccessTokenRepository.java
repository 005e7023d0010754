package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.ACCESS_TOKEN;

import io.dure.platform.identity.db.tables.records.AccessTokenRecord;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AccessTokenRepository {
    private final DSLContext sql;

    AccessTokenRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(AccessToken token, Secret secret) {
        sql.insertInto(ACCESS_TOKEN)
                .set(ACCESS_TOKEN.ACCESS_TOKEN_ID, token.id())
                .set(ACCESS_TOKEN.PERSON_ID, token.person())
                .set(ACCESS_TOKEN.NAME, token.name())
                .set(ACCESS_TOKEN.SCOPES, token.scopes().toArray(String[]::new))
                .set(ACCESS_TOKEN.TOKEN_HASH, secret.hash())
                .set(ACCESS_TOKEN.CREATED_AT, token.createdAt())
                .set(ACCESS_TOKEN.EXPIRES_AT, token.expiresAt())
                .execute();
    }

    Optional<AccessToken> live(Secret secret, Instant now) {
        return sql.selectFrom(ACCESS_TOKEN)
                .where(ACCESS_TOKEN.TOKEN_HASH.eq(secret.hash()))
                .and(ACCESS_TOKEN.EXPIRES_AT.gt(now))
                .fetchOptional(AccessTokenRepository::read);
    }

    List<AccessToken> of(PersonId person) {
        return sql.selectFrom(ACCESS_TOKEN)
                .where(ACCESS_TOKEN.PERSON_ID.eq(person))
                .orderBy(ACCESS_TOKEN.ACCESS_TOKEN_ID.desc())
                .fetch(AccessTokenRepository::read);
    }

    void touch(UUID id, Instant now) {
        sql.update(ACCESS_TOKEN)
                .set(ACCESS_TOKEN.USED_AT, now)
                .where(ACCESS_TOKEN.ACCESS_TOKEN_ID.eq(id))
                .execute();
    }

    boolean delete(PersonId person, UUID id) {
        return sql.deleteFrom(ACCESS_TOKEN)
                        .where(ACCESS_TOKEN.PERSON_ID.eq(person))
                        .and(ACCESS_TOKEN.ACCESS_TOKEN_ID.eq(id))
                        .execute()
                > 0;
    }

    void deleteAll(PersonId person) {
        sql.deleteFrom(ACCESS_TOKEN).where(ACCESS_TOKEN.PERSON_ID.eq(person)).execute();
    }

    private static AccessToken read(AccessTokenRecord row) {
        return new AccessToken(
                row.getAccessTokenId(),
                row.getPersonId(),
                row.getName(),
                Set.copyOf(Arrays.asList(row.getScopes())),
                row.getCreatedAt(),
                row.getExpiresAt(),
                Optional.ofNullable(row.getUsedAt()));
    }
}
