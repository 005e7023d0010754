package io.dure.platform.tenancy;

import static io.dure.platform.tenancy.db.Tables.ORGANISATION;

import io.dure.platform.tenancy.db.tables.records.OrganisationRecord;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Organisations as rows. Run in a [SystemScope], except where an organisation reads itself.
@Repository
class OrganisationRepository {
    private final DSLContext sql;

    OrganisationRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Organisation> byShortName(String shortName) {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.SHORT_NAME.eq(shortName))
                .fetchOptional(OrganisationRepository::read);
    }

    Optional<Organisation> byId(TenantId id) {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.TENANT_ID.eq(id))
                .fetchOptional(OrganisationRepository::read);
    }

    static Organisation read(OrganisationRecord row) {
        return new Organisation(
                row.getTenantId(),
                row.getShortName(),
                row.getName(),
                row.getLanguage(),
                ZoneId.of(row.getTimeZone()),
                row.getColour(),
                Organisation.State.valueOf(row.getState()),
                row.getStateReason(),
                row.getStateSince(),
                new Plan(
                        row.getPlanPeople(),
                        row.getPlanStorageBytes(),
                        Set.copyOf(Arrays.asList(row.getPlanModules()))),
                row.getSecondFactorDemanded(),
                row.getDemo(),
                row.getCreatedAt(),
                row.getVersion());
    }
}
