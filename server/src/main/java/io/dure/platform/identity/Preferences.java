package io.dure.platform.identity;

import static io.dure.platform.identity.db.Tables.PREFERENCE;

import io.dure.platform.tenancy.Caller;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How people want Dure to look.
@Service
public class Preferences {
    private final DSLContext sql;

    Preferences(DSLContext sql) {
        this.sql = sql;
    }

    public enum Theme {
        /// As the machine is set.
        SYSTEM,
        LIGHT,
        DARK
    }

    @Transactional(readOnly = true)
    public Theme theme(Caller caller) {
        return sql.select(PREFERENCE.THEME)
                .from(PREFERENCE)
                .where(PREFERENCE.PERSON_ID.eq(caller.person()))
                .fetchOptional(row -> Theme.valueOf(row.value1()))
                .orElse(Theme.SYSTEM);
    }

    @Transactional
    public void choose(Caller caller, Theme theme) {
        sql.insertInto(PREFERENCE)
                .set(PREFERENCE.PERSON_ID, caller.person())
                .set(PREFERENCE.THEME, theme.name())
                .onConflict(PREFERENCE.TENANT_ID, PREFERENCE.PERSON_ID)
                .doUpdate()
                .set(PREFERENCE.THEME, theme.name())
                .execute();
    }
}
