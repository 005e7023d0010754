package io.dure.platform.audit;

import static io.dure.platform.audit.db.Tables.ENTRY;
import static io.dure.platform.audit.db.Tables.SEAL;
import static io.dure.platform.audit.db.Tables.WAITING;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;

import io.dure.platform.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// The chains of all organisations. Run in a [io.dure.platform.tenancy.SystemScope].
@Repository
class SealRepository {
    /// Any number, as long as nothing else in the database uses it.
    private static final long LOCK = 0x6475_7265_6175_6469L;

    private final DSLContext sql;
    private final EntryRows rows;

    SealRepository(DSLContext sql, EntryRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    record Waiting(TenantId tenant, Entry entry) {}

    /// @param entry none if the row is gone
    record Sealed(long number, UUID id, Hash hash, Optional<Entry> entry) {}

    /// @return whether no other node seals now; held until the transaction ends
    boolean lock() {
        return sql.select(field("pg_try_advisory_xact_lock({0})", Boolean.class, LOCK))
                .fetchSingle()
                .value1();
    }

    List<Waiting> waiting(int most) {
        return sql.select(ENTRY.fields())
                .from(WAITING)
                .join(ENTRY)
                .on(ENTRY.TENANT_ID.eq(WAITING.TENANT_ID).and(ENTRY.ENTRY_ID.eq(WAITING.ENTRY_ID)))
                .orderBy(WAITING.TENANT_ID, WAITING.ENTRY_ID)
                .limit(most)
                .fetch(row -> new Waiting(row.get(ENTRY.TENANT_ID), rows.read(row)));
    }

    Optional<Head> head(TenantId tenant) {
        return sql.select(SEAL.NUMBER, SEAL.HASH)
                .from(SEAL)
                .where(SEAL.TENANT_ID.eq(tenant))
                .orderBy(SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Head(tenant, row.value1(), Hash.of(row.value2())));
    }

    void insert(Head seal, UUID entry) {
        sql.insertInto(SEAL)
                .set(SEAL.TENANT_ID, seal.tenant())
                .set(SEAL.NUMBER, seal.number())
                .set(SEAL.ENTRY_ID, entry)
                .set(SEAL.HASH, seal.hash().bytes())
                .execute();
        sql.deleteFrom(WAITING)
                .where(WAITING.TENANT_ID.eq(seal.tenant()))
                .and(WAITING.ENTRY_ID.eq(entry))
                .execute();
    }

    /// The last number of every chain.
    Map<TenantId, Long> ends() {
        return sql.select(SEAL.TENANT_ID, max(SEAL.NUMBER))
                .from(SEAL)
                .groupBy(SEAL.TENANT_ID)
                .fetchMap(SEAL.TENANT_ID, max(SEAL.NUMBER));
    }

    List<TenantId> tenants() {
        return sql.selectDistinct(ENTRY.TENANT_ID)
                .from(ENTRY)
                .union(sql.selectDistinct(SEAL.TENANT_ID).from(SEAL))
                .fetch(ENTRY.TENANT_ID);
    }

    List<Sealed> after(TenantId tenant, long number, int most) {
        return sql.select(SEAL.NUMBER, SEAL.HASH, SEAL.ENTRY_ID)
                .select(ENTRY.fields())
                .from(SEAL)
                .leftJoin(ENTRY)
                .on(ENTRY.TENANT_ID.eq(SEAL.TENANT_ID).and(ENTRY.ENTRY_ID.eq(SEAL.ENTRY_ID)))
                .where(SEAL.TENANT_ID.eq(tenant))
                .and(SEAL.NUMBER.gt(number))
                .orderBy(SEAL.NUMBER)
                .limit(most)
                .fetch(row ->
                        new Sealed(
                                row.get(SEAL.NUMBER),
                                row.get(SEAL.ENTRY_ID),
                                Hash.of(row.get(SEAL.HASH)),
                                Optional.ofNullable(row.get(ENTRY.ENTRY_ID))
                                        .map(_ -> rows.read(row))));
    }

    /// An entry that is neither sealed nor waiting: slipped in, or hidden from the sealer.
    Optional<UUID> loose(TenantId tenant) {
        return sql.select(ENTRY.ENTRY_ID)
                .from(ENTRY)
                .leftAntiJoin(SEAL)
                .on(SEAL.TENANT_ID.eq(ENTRY.TENANT_ID).and(SEAL.ENTRY_ID.eq(ENTRY.ENTRY_ID)))
                .leftAntiJoin(WAITING)
                .on(WAITING.TENANT_ID.eq(ENTRY.TENANT_ID).and(WAITING.ENTRY_ID.eq(ENTRY.ENTRY_ID)))
                .where(ENTRY.TENANT_ID.eq(tenant))
                .orderBy(ENTRY.ENTRY_ID)
                .limit(1)
                .fetchOptional(ENTRY.ENTRY_ID);
    }
}
