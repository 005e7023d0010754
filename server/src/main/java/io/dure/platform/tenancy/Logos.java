package io.dure.platform.tenancy;

import static io.dure.platform.tenancy.db.Tables.LOGO;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The picture of the organisation in scope.
@Service
public class Logos {
    private final DSLContext sql;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    Logos(DSLContext sql, Organisations organisations, ApplicationEventPublisher events) {
        this.sql = sql;
        this.organisations = organisations;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Logo> find() {
        return sql.select(LOGO.IMAGE, LOGO.MEDIA_TYPE)
                .from(LOGO)
                .where(LOGO.TENANT_ID.eq(TenantScope.current()))
                .fetchOptional(row -> new Logo(row.value1(), row.value2()));
    }

    @Transactional
    public Organisation put(Caller caller, Logo logo) {
        caller.require(TenancyCapabilities.MANAGE);
        events.publishEvent(new OrganisationEdited(caller, "logo"));
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
        events.publishEvent(new OrganisationEdited(caller, "logo"));
        sql.deleteFrom(LOGO).where(LOGO.TENANT_ID.eq(TenantScope.current())).execute();
        return organisations.change(found -> found.with(found.settings().withLogo(0)));
    }
}
