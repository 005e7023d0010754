package io.dure.platform.authority;

import static io.dure.platform.authority.db.Tables.BUILT_IN_GRANT;

import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the people of the organisation in scope may do.
@Service
public class Authorities {
    private final DSLContext sql;
    private final List<Capability> declared;

    Authorities(DSLContext sql, Collection<Capabilities> modules) {
        this.sql = sql;
        this.declared = modules.stream().flatMap(module -> module.declared().stream()).toList();
    }

    /// Settles what a person may do.
    @Transactional(readOnly = true)
    public Authority of(PersonId person) {
        var roles =
                sql.select(BUILT_IN_GRANT.ROLE)
                        .from(BUILT_IN_GRANT)
                        .where(BUILT_IN_GRANT.PERSON_ID.eq(person))
                        .fetchSet(row -> BuiltInRole.valueOf(row.value1()));
        return of(roles);
    }

    /// What roles that every organisation has carry in the organisation in scope.
    public Authority of(Set<BuiltInRole> roles) {
        var tenant = TenantScope.current();
        return new Authority(
                declared.stream()
                        .filter(capability -> capability.existsIn(tenant))
                        .filter(capability ->
                                capability.builtIn().stream().anyMatch(roles::contains))
                        .map(Capability::name)
                        .collect(Collectors.toSet()),
                Map.of());
    }

    /// Gives a person a role that every organisation has.
    @Transactional
    public void grant(PersonId person, BuiltInRole role) {
        sql.insertInto(BUILT_IN_GRANT)
                .set(BUILT_IN_GRANT.PERSON_ID, person)
                .set(BUILT_IN_GRANT.ROLE, role.name())
                .onConflictDoNothing()
                .execute();
    }
}
