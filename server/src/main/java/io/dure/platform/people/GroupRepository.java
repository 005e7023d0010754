package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.GROUP_MEMBER;
import static io.dure.platform.people.db.Tables.PERSON;
import static io.dure.platform.people.db.Tables.PERSON_GROUP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;

import io.dure.platform.tenancy.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class GroupRepository {
    private final DSLContext sql;

    GroupRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Group> all() {
        return fetch(noCondition());
    }

    List<Group> of(PersonId person) {
        return fetch(
                PERSON_GROUP.GROUP_ID.in(
                        sql.select(GROUP_MEMBER.GROUP_ID)
                                .from(GROUP_MEMBER)
                                .where(GROUP_MEMBER.PERSON_ID.eq(person))));
    }

    Optional<Group> find(UUID id) {
        return fetch(PERSON_GROUP.GROUP_ID.eq(id)).stream().findFirst();
    }

    private List<Group> fetch(Condition condition) {
        var members =
                field(
                        selectCount()
                                .from(GROUP_MEMBER)
                                .where(GROUP_MEMBER.TENANT_ID.eq(PERSON_GROUP.TENANT_ID))
                                .and(GROUP_MEMBER.GROUP_ID.eq(PERSON_GROUP.GROUP_ID)));
        return sql.select(
                        PERSON_GROUP.GROUP_ID,
                        PERSON_GROUP.NAME,
                        PERSON_GROUP.DESCRIPTION,
                        members,
                        PERSON_GROUP.VERSION)
                .from(PERSON_GROUP)
                .where(condition)
                .orderBy(PERSON_GROUP.NAME)
                .fetch(row ->
                        new Group(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    /// @return whether the name was free
    boolean insert(UUID id, String name, String description) {
        return sql.insertInto(PERSON_GROUP)
                        .set(PERSON_GROUP.GROUP_ID, id)
                        .set(PERSON_GROUP.NAME, name)
                        .set(PERSON_GROUP.DESCRIPTION, description)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean isNameTaken(String name, UUID self) {
        return sql.fetchExists(
                PERSON_GROUP, PERSON_GROUP.NAME.eq(name).and(PERSON_GROUP.GROUP_ID.ne(self)));
    }

    /// @return whether it was still in that version
    boolean update(UUID id, long version, String name, String description) {
        return sql.update(PERSON_GROUP)
                        .set(PERSON_GROUP.NAME, name)
                        .set(PERSON_GROUP.DESCRIPTION, description)
                        .set(PERSON_GROUP.VERSION, version + 1)
                        .where(PERSON_GROUP.GROUP_ID.eq(id))
                        .and(PERSON_GROUP.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void delete(UUID id) {
        sql.deleteFrom(PERSON_GROUP).where(PERSON_GROUP.GROUP_ID.eq(id)).execute();
    }

    void add(UUID id, PersonId person) {
        sql.insertInto(GROUP_MEMBER)
                .set(GROUP_MEMBER.GROUP_ID, id)
                .set(GROUP_MEMBER.PERSON_ID, person)
                .onConflictDoNothing()
                .execute();
    }

    void remove(UUID id, PersonId person) {
        sql.deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.GROUP_ID.eq(id))
                .and(GROUP_MEMBER.PERSON_ID.eq(person))
                .execute();
    }

    boolean isMember(UUID id, PersonId person) {
        return sql.fetchExists(
                GROUP_MEMBER, GROUP_MEMBER.GROUP_ID.eq(id).and(GROUP_MEMBER.PERSON_ID.eq(person)));
    }

    List<GroupMember> members(UUID id, Optional<PersonId> after, int limit) {
        return sql.select(
                        PERSON.PERSON_ID, PERSON.NAME, PERSON.KIND, PERSON.STATE, PERSON.PHOTO_TAG)
                .from(GROUP_MEMBER)
                .join(PERSON)
                .using(PERSON.TENANT_ID, PERSON.PERSON_ID)
                .where(GROUP_MEMBER.GROUP_ID.eq(id))
                .and(after.map(GROUP_MEMBER.PERSON_ID::gt).orElse(noCondition()))
                .orderBy(GROUP_MEMBER.PERSON_ID)
                .limit(limit)
                .fetch(row ->
                        new GroupMember(
                                row.value1(),
                                row.value2(),
                                Person.Kind.valueOf(row.value3()),
                                Person.State.valueOf(row.value4()),
                                row.value5()));
    }
}
