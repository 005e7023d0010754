package io.dure.platform.authority;

import static io.dure.platform.authority.db.Tables.ROLE;
import static io.dure.platform.authority.db.Tables.ROLE_GRANT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import io.dure.platform.authority.db.tables.records.RoleGrantRecord;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class GrantRepository {
    private final DSLContext sql;

    GrantRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// A grant and what its role carries; empty where the role is built in.
    record Granted(Grant grant, Optional<Role> role) {}

    /// Makes changes of who owns the organisation wait for each other.
    void lockOwners() {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended('authority.owner', 0) # hashtextextended(dure.tenant()::text, 0))");
    }

    Set<PersonId> owners() {
        return sql.select(ROLE_GRANT.SUBJECT_ID)
                .from(ROLE_GRANT)
                .where(ROLE_GRANT.BUILT_IN.eq(BuiltInRole.OWNER.name()))
                .fetchSet(row -> new PersonId(row.value1()));
    }

    /// All grants that could concern these people: their own, and those to ranks, titles and
    /// departments.
    List<Granted> concerning(Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
        return fetch(
                ROLE_GRANT
                        .SUBJECT_KIND
                        .ne(Subject.Kind.PERSON.name())
                        .or(ROLE_GRANT.SUBJECT_ID.eq(any(ids))));
    }

    /// All that hold in the whole organisation.
    List<Granted> everywhere() {
        return fetch(ROLE_GRANT.SCOPE_DEPARTMENT_ID.isNull());
    }

    /// The grants to ranks, titles and departments.
    List<Granted> toPosts() {
        return fetch(ROLE_GRANT.SUBJECT_KIND.ne(Subject.Kind.PERSON.name()));
    }

    /// The grants that hold in one of these departments and all below it.
    List<Granted> narrowedTo(Collection<DepartmentId> departments) {
        return fetch(ROLE_GRANT.SCOPE_DEPARTMENT_ID.in(departments));
    }

    int countToPosts() {
        return sql.fetchCount(ROLE_GRANT, ROLE_GRANT.SUBJECT_KIND.ne(Subject.Kind.PERSON.name()));
    }

    private List<Granted> fetch(Condition condition) {
        return sql.select(ROLE_GRANT.asterisk(), ROLE.asterisk())
                .from(ROLE_GRANT)
                .leftJoin(ROLE)
                .on(ROLE.TENANT_ID.eq(ROLE_GRANT.TENANT_ID))
                .and(ROLE.ROLE_ID.eq(ROLE_GRANT.ROLE_ID))
                .where(condition)
                .fetch(GrantRepository::granted);
    }

    Optional<Grant> find(UUID id) {
        return sql.selectFrom(ROLE_GRANT)
                .where(ROLE_GRANT.GRANT_ID.eq(id))
                .fetchOptional(GrantRepository::read);
    }

    /// The latest first.
    List<Grant> page(Optional<UUID> before, int limit) {
        return sql.selectFrom(ROLE_GRANT)
                .where(before.map(ROLE_GRANT.GRANT_ID::lt).orElse(noCondition()))
                .orderBy(ROLE_GRANT.GRANT_ID.desc())
                .limit(limit)
                .fetch(GrantRepository::read);
    }

    /// @return whether it was not granted before
    boolean insert(Grant grant) {
        var row = new RoleGrantRecord();
        row.setGrantId(grant.id());
        switch (grant.role()) {
            case RoleKey.BuiltIn(var role) -> row.setBuiltIn(role.name());
            case RoleKey.Own(var id) -> row.setRoleId(id);
        }
        row.setSubjectKind(grant.subject().kind().name());
        row.setSubjectId(grant.subject().id());
        row.setWithBelow(grant.subject().withBelow());
        row.setScopeDepartmentId(grant.scope().orElse(null));
        row.setGrantedByPersonId(grant.by().orElse(null));
        row.setGrantedAt(grant.at());
        return sql.insertInto(ROLE_GRANT).set(row).onConflictDoNothing().execute() == 1;
    }

    boolean delete(UUID id) {
        return sql.deleteFrom(ROLE_GRANT).where(ROLE_GRANT.GRANT_ID.eq(id)).execute() == 1;
    }

    private static Granted granted(Record row) {
        var role =
                row.get(ROLE.ROLE_ID) == null
                        ? Optional.<Role>empty()
                        : Optional.of(RoleRepository.read(row.into(ROLE)));
        return new Granted(read(row.into(ROLE_GRANT)), role);
    }

    private static Grant read(RoleGrantRecord row) {
        var builtIn = row.getBuiltIn();
        return new Grant(
                row.getGrantId(),
                builtIn == null
                        ? new RoleKey.Own(row.getRoleId())
                        : new RoleKey.BuiltIn(BuiltInRole.valueOf(builtIn)),
                new Subject(
                        Subject.Kind.valueOf(row.getSubjectKind()),
                        row.getSubjectId(),
                        row.getWithBelow()),
                Optional.ofNullable(row.getScopeDepartmentId()),
                Optional.ofNullable(row.getGrantedByPersonId()),
                row.getGrantedAt());
    }
}
