package io.dure.platform.authority;

import static io.dure.platform.authority.db.Tables.ROLE;
import static io.dure.platform.authority.db.Tables.ROLE_GRANT;

import io.dure.platform.authority.db.tables.records.RoleRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class RoleRepository {
    private final DSLContext sql;

    RoleRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Role> list() {
        return sql.selectFrom(ROLE).orderBy(ROLE.NAME).fetch(RoleRepository::read);
    }

    Optional<Role> find(UUID id) {
        return sql.selectFrom(ROLE).where(ROLE.ROLE_ID.eq(id)).fetchOptional(RoleRepository::read);
    }

    /// @return whether the name was free
    boolean insert(UUID id, String name, String description, Set<String> capabilities) {
        return sql.insertInto(ROLE)
                        .set(ROLE.ROLE_ID, id)
                        .set(ROLE.NAME, name)
                        .set(ROLE.DESCRIPTION, description)
                        .set(ROLE.CAPABILITIES, capabilities.toArray(String[]::new))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// @return whether it was still in that version
    boolean update(
            UUID id, long version, String name, String description, Set<String> capabilities) {
        return sql.update(ROLE)
                        .set(ROLE.NAME, name)
                        .set(ROLE.DESCRIPTION, description)
                        .set(ROLE.CAPABILITIES, capabilities.toArray(String[]::new))
                        .set(ROLE.VERSION, version + 1)
                        .where(ROLE.ROLE_ID.eq(id))
                        .and(ROLE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    boolean isNameTaken(String name, UUID self) {
        return sql.fetchExists(ROLE, ROLE.NAME.eq(name).and(ROLE.ROLE_ID.ne(self)));
    }

    boolean isGranted(UUID id) {
        return sql.fetchExists(ROLE_GRANT, ROLE_GRANT.ROLE_ID.eq(id));
    }

    void delete(UUID id) {
        sql.deleteFrom(ROLE).where(ROLE.ROLE_ID.eq(id)).execute();
    }

    int count() {
        return sql.fetchCount(ROLE);
    }

    static Role read(RoleRecord row) {
        return new Role(
                new RoleKey.Own(row.getRoleId()),
                row.getName(),
                row.getDescription(),
                Set.of(row.getCapabilities()),
                row.getVersion());
    }
}
