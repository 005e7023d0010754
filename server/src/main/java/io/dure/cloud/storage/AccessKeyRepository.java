package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.ACCESS_KEY;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import io.dure.cloud.storage.db.tables.records.AccessKeyRecord;
import io.dure.engines.objects.access.Right;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Access keys as rows, in the organisation's scope but for [#anywhere].
@Repository
class AccessKeyRepository {
    private final DSLContext sql;

    AccessKeyRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// A key, its organisation, and its secret as it is sealed.
    record Sealed(TenantId tenant, HeldKey key, String secret) {}

    /// The key of this id in any organisation. Call it in a system scope.
    Optional<Sealed> anywhere(String id) {
        return sql.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.ACCESS_KEY_ID.eq(id))
                .fetchOptional(row -> new Sealed(row.getTenantId(), read(row), row.getSecret()));
    }

    Optional<HeldKey> find(String id) {
        return sql.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.ACCESS_KEY_ID.eq(id))
                .fetchOptional(AccessKeyRepository::read);
    }

    /// All that have not ended, newest first.
    List<HeldKey> all(Instant now) {
        return sql.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.EXPIRES_AT.isNull().or(ACCESS_KEY.EXPIRES_AT.gt(now)))
                .orderBy(ACCESS_KEY.CREATED_AT.desc(), ACCESS_KEY.ACCESS_KEY_ID)
                .fetch(AccessKeyRepository::read);
    }

    void insert(HeldKey key, String secret) {
        sql.insertInto(ACCESS_KEY)
                .set(ACCESS_KEY.ACCESS_KEY_ID, key.id())
                .set(ACCESS_KEY.NAME, key.name())
                .set(ACCESS_KEY.OWNER_PERSON_ID, key.owner().orElse(null))
                .set(ACCESS_KEY.SECRET, secret)
                .set(
                        ACCESS_KEY.RIGHTS,
                        key.rights().stream().map(Right::name).sorted().toArray(String[]::new))
                .set(
                        ACCESS_KEY.BUCKETS,
                        key.buckets().map(names -> names.toArray(String[]::new)).orElse(null))
                .set(ACCESS_KEY.CREATED_AT, key.createdAt())
                .execute();
    }

    /// Lets a key end then, unless it ends before.
    void endBy(String id, Instant at) {
        sql.update(ACCESS_KEY)
                .set(
                        ACCESS_KEY.EXPIRES_AT,
                        least(ACCESS_KEY.EXPIRES_AT, val(at, ACCESS_KEY.EXPIRES_AT)))
                .where(ACCESS_KEY.ACCESS_KEY_ID.eq(id))
                .execute();
    }

    void delete(String id) {
        sql.deleteFrom(ACCESS_KEY).where(ACCESS_KEY.ACCESS_KEY_ID.eq(id)).execute();
    }

    /// @return the ids of the keys that are gone
    List<String> deleteOf(PersonId owner) {
        return sql.deleteFrom(ACCESS_KEY)
                .where(ACCESS_KEY.OWNER_PERSON_ID.eq(owner))
                .returning(ACCESS_KEY.ACCESS_KEY_ID)
                .fetch(ACCESS_KEY.ACCESS_KEY_ID);
    }

    /// @return the ids of the keys that are gone
    List<String> deleteAll() {
        return sql.deleteFrom(ACCESS_KEY)
                .where(ACCESS_KEY.TENANT_ID.eq(TenantScope.current()))
                .returning(ACCESS_KEY.ACCESS_KEY_ID)
                .fetch(ACCESS_KEY.ACCESS_KEY_ID);
    }

    private static HeldKey read(AccessKeyRecord row) {
        return new HeldKey(
                row.getAccessKeyId(),
                row.getName(),
                Optional.ofNullable(row.getOwnerPersonId()),
                Arrays.stream(row.getRights()).map(Right::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(row.getBuckets()).map(List::of),
                row.getCreatedAt(),
                Optional.ofNullable(row.getExpiresAt()));
    }
}
