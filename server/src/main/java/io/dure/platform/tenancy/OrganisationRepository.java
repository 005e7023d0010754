package io.dure.platform.tenancy;

import static io.dure.platform.tenancy.db.Tables.MAIL_DOMAIN;
import static io.dure.platform.tenancy.db.Tables.ORGANISATION;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.dure.platform.tenancy.Organisation.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Repository;

/// Organisations as rows. Run in a [SystemScope], except where an organisation reads or changes
/// itself.
@Repository
class OrganisationRepository {
    private static final Field<String[]> MAIL_DOMAINS =
            array(
                            select(MAIL_DOMAIN.DOMAIN)
                                    .from(MAIL_DOMAIN)
                                    .where(MAIL_DOMAIN.TENANT_ID.eq(ORGANISATION.TENANT_ID))
                                    .orderBy(MAIL_DOMAIN.DOMAIN))
                    .as("mail_domains");

    private final DSLContext sql;

    OrganisationRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Organisation> byShortName(String shortName) {
        return organisations()
                .where(ORGANISATION.SHORT_NAME.eq(shortName))
                .fetchOptional(OrganisationRepository::read);
    }

    Optional<Organisation> byId(TenantId id) {
        return organisations()
                .where(ORGANISATION.TENANT_ID.eq(id))
                .fetchOptional(OrganisationRepository::read);
    }

    Optional<Organisation> lock(TenantId id) {
        return organisations()
                .where(ORGANISATION.TENANT_ID.eq(id))
                .forUpdate()
                .of(ORGANISATION)
                .fetchOptional(OrganisationRepository::read);
    }

    List<Organisation> page(OrganisationSearch search) {
        return organisations()
                .where(ORGANISATION.TENANT_ID.ne(TenantId.OPERATOR))
                .and(search.text().isEmpty() ? noCondition() : named(search.text()))
                .and(search.state().map(s -> ORGANISATION.STATE.eq(s.name())).orElse(noCondition()))
                .and(search.after().map(ORGANISATION.SHORT_NAME::gt).orElse(noCondition()))
                .orderBy(ORGANISATION.SHORT_NAME)
                .limit(search.limit())
                .fetch(OrganisationRepository::read);
    }

    Map<State, Integer> countByState() {
        return sql.select(ORGANISATION.STATE, count())
                .from(ORGANISATION)
                .where(ORGANISATION.TENANT_ID.ne(TenantId.OPERATOR))
                .groupBy(ORGANISATION.STATE)
                .fetchMap(row -> State.valueOf(row.value1()), row -> row.value2());
    }

    List<TenantId> closingSince(Instant latest) {
        return sql.select(ORGANISATION.TENANT_ID)
                .from(ORGANISATION)
                .where(ORGANISATION.STATE.eq(State.CLOSING.name()))
                .and(ORGANISATION.STATE_SINCE.le(latest))
                .fetch(ORGANISATION.TENANT_ID);
    }

    /// @return whether the short name was still free
    boolean insert(Organisation organisation) {
        var row = sql.newRecord(ORGANISATION);
        row.setTenantId(organisation.id());
        row.setShortName(organisation.shortName());
        row.setDemo(organisation.demo());
        row.setCreatedAt(organisation.createdAt());
        write(row, organisation);
        return sql.insertInto(ORGANISATION)
                        .set(row)
                        .onConflict(ORGANISATION.SHORT_NAME)
                        .doNothing()
                        .execute()
                == 1;
    }

    void update(Organisation organisation) {
        var row = sql.newRecord(ORGANISATION);
        write(row, organisation);
        sql.update(ORGANISATION)
                .set(row)
                .where(ORGANISATION.TENANT_ID.eq(organisation.id()))
                .execute();
    }

    /// @return those that another organisation holds
    List<String> replaceMailDomains(Collection<String> domains) {
        sql.deleteFrom(MAIL_DOMAIN)
                .where(MAIL_DOMAIN.TENANT_ID.eq(TenantScope.current()))
                .execute();
        return domains.stream().filter(domain -> !claim(domain)).toList();
    }

    /// Every row of the organisation in scope, in every module's tables.
    void removeAllRows() {
        sql.execute("select tenancy.remove()");
    }

    private boolean claim(String domain) {
        return sql.insertInto(MAIL_DOMAIN)
                        .set(MAIL_DOMAIN.DOMAIN, domain)
                        .onConflict(MAIL_DOMAIN.DOMAIN)
                        .doNothing()
                        .execute()
                == 1;
    }

    private SelectJoinStep<Record> organisations() {
        return sql.select(ORGANISATION.asterisk(), MAIL_DOMAINS).from(ORGANISATION);
    }

    private static Condition named(String text) {
        return ORGANISATION
                .NAME
                .containsIgnoreCase(text)
                .or(ORGANISATION.SHORT_NAME.containsIgnoreCase(text));
    }

    private static void write(
            io.dure.platform.tenancy.db.tables.records.OrganisationRecord row,
            Organisation organisation) {
        var settings = organisation.settings();
        var standing = organisation.standing();
        row.setName(organisation.name());
        row.setLanguage(organisation.language());
        row.setTimeZone(organisation.timeZone().getId());
        row.setColour(settings.colour());
        row.setLogoVersion(settings.logoVersion());
        row.setStartPage(settings.startPage());
        row.setMenuOrder(settings.menuOrder().toArray(String[]::new));
        row.setModulesOff(settings.modulesOff().toArray(String[]::new));
        row.setSecondFactorDemanded(settings.secondFactorDemanded());
        row.setState(standing.state().name());
        row.setStateReason(standing.reason());
        row.setStateSince(standing.since());
        row.setOpenState(standing.openState().name());
        row.setPlanPeople(organisation.plan().people());
        row.setPlanStorageBytes(organisation.plan().storageBytes());
        row.setPlanModules(organisation.plan().modules().toArray(String[]::new));
        row.setPlanEncrypted(organisation.plan().encrypted());
        row.setVersion(organisation.version());
    }

    private static Organisation read(Record joined) {
        var row = joined.into(ORGANISATION);
        return new Organisation(
                row.getTenantId(),
                row.getShortName(),
                new Profile(
                        row.getName(),
                        row.getLanguage(),
                        ZoneId.of(row.getTimeZone()),
                        List.of(joined.get(MAIL_DOMAINS))),
                new Standing(
                        State.valueOf(row.getState()),
                        row.getStateReason(),
                        row.getStateSince(),
                        State.valueOf(row.getOpenState())),
                new Plan(
                        row.getPlanPeople(),
                        row.getPlanStorageBytes(),
                        Set.copyOf(Arrays.asList(row.getPlanModules())),
                        row.getPlanEncrypted()),
                new Settings(
                        row.getColour(),
                        row.getLogoVersion(),
                        row.getStartPage(),
                        Arrays.asList(row.getMenuOrder()),
                        Set.copyOf(Arrays.asList(row.getModulesOff())),
                        row.getSecondFactorDemanded()),
                row.getDemo(),
                row.getCreatedAt(),
                row.getVersion());
    }
}
