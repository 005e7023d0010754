package io.dure.platform.tenancy;

import static io.dure.platform.tenancy.db.Tables.LOGO;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The picture of the organisation in scope.
@Service
public class Logos {
    private final DSLContext sql;
    private final Organisations organisations;

    Logos(DSLContext sql, Organisations organisations) {
        this.sql = sql;
        this.organisations = organisations;
    }

    @Transactional(readOnly = true)
    public Optional<Logo> find() {
        return sql.select(LOGO.IMAGE)
                .from(LOGO)
                .where(LOGO.TENANT_ID.eq(TenantScope.current()))
                .fetchOptional(row -> Logo.of(row.value1()));
    }

    @Transactional
    public Organisation put(Caller caller, Logo logo) {
        caller.require(TenancyCapabilities.MANAGE);
        sql.insertInto(LOGO)
                .set(LOGO.IMAGE, logo.image())
                .set(LOGO.MEDIA_TYPE, logo.mediaType())
                .onConflict(LOGO.TENANT_ID)
                .doUpdate()
                .set(LOGO.IMAGE, logo.image())
                .set(LOGO.MEDIA_TYPE, logo.mediaType())
                .execute();
        return organisations.change(
                found -> found.with(found.settings().withLogo(found.version() + 1)));
    }

    @Transactional
    public Organisation remove(Caller caller) {
        caller.require(TenancyCapabilities.MANAGE);
        sql.deleteFrom(LOGO).where(LOGO.TENANT_ID.eq(TenantScope.current())).execute();
        return organisations.change(found -> found.with(found.settings().withLogo(0)));
    }
}
