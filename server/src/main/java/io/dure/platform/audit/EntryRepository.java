package io.dure.platform.audit;

import static io.dure.platform.audit.db.Tables.ENTRY;
import static io.dure.platform.audit.db.Tables.WAITING;
import static org.jooq.impl.DSL.noCondition;

import io.dure.platform.tenancy.TenantId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class EntryRepository {
    private final DSLContext sql;
    private final EntryRows rows;

    EntryRepository(DSLContext sql, EntryRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    void insert(TenantId trail, Entry entry) {
        sql.insertInto(ENTRY)
                .set(ENTRY.TENANT_ID, trail)
                .set(ENTRY.ENTRY_ID, entry.id())
                .set(ENTRY.AT, entry.at())
                .set(ENTRY.ACTOR_KIND, entry.actor().kind().name())
                .set(ENTRY.ACTOR_PERSON_ID, entry.actor().person().orElse(null))
                .set(ENTRY.ACTION, entry.action())
                .set(ENTRY.SUBJECT, entry.subject())
                .set(ENTRY.DETAIL, rows.json(entry.detail()))
                .set(ENTRY.ADDRESS, entry.actor().address())
                .execute();
        sql.insertInto(WAITING)
                .set(WAITING.TENANT_ID, trail)
                .set(WAITING.ENTRY_ID, entry.id())
                .execute();
    }

    List<Entry> find(EntryFilter filter, Page page) {
        return sql.selectFrom(ENTRY)
                .where(matching(filter))
                .and(page.before().map(ENTRY.ENTRY_ID::lt).orElse(noCondition()))
                .orderBy(ENTRY.ENTRY_ID.desc())
                .limit(page.size())
                .fetch(rows::read);
    }

    private static Condition matching(EntryFilter filter) {
        return filter.actor()
                .map(ENTRY.ACTOR_PERSON_ID::eq)
                .orElse(noCondition())
                .and(filter.action().map(EntryRepository::acting).orElse(noCondition()))
                .and(filter.subject().map(ENTRY.SUBJECT::eq).orElse(noCondition()))
                .and(filter.from().map(ENTRY.AT::ge).orElse(noCondition()))
                .and(filter.to().map(ENTRY.AT::lt).orElse(noCondition()));
    }

    /// A range, since LIKE is not leakproof and would use no index; `/` follows `.` in the C
    /// collation.
    private static Condition acting(String action) {
        return action.endsWith(".")
                ? ENTRY.ACTION
                        .ge(action)
                        .and(ENTRY.ACTION.lt(action.substring(0, action.length() - 1) + "/"))
                : ENTRY.ACTION.eq(action);
    }
}
