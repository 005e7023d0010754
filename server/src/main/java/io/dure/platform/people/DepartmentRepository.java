package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.DEPARTMENT;
import static io.dure.platform.people.db.Tables.PERSON;
import static io.dure.platform.people.db.Tables.POST;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DepartmentRepository {
    private final DSLContext sql;

    DepartmentRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// Makes changes of the tree wait for each other: each checks depth, cycles and names against
    /// the whole of it.
    void lockTree() {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended('people.department', 0) # hashtextextended(dure.tenant()::text, 0))");
    }

    /// The whole tree, with heads and numbers, in one query.
    DepartmentTree tree() {
        var staffed =
                select(POST.DEPARTMENT_ID, count().as("people"))
                        .from(POST)
                        .join(PERSON)
                        .using(PERSON.TENANT_ID, PERSON.PERSON_ID)
                        .where(PERSON.STATE.ne(Person.State.INACTIVE.name()))
                        .groupBy(POST.DEPARTMENT_ID)
                        .asTable("staffed");
        var people = field("coalesce(staffed.people, 0)::int", Integer.class);
        return new DepartmentTree(
                sql.select(
                                DEPARTMENT.DEPARTMENT_ID,
                                DEPARTMENT.PARENT_DEPARTMENT_ID,
                                DEPARTMENT.NAME,
                                DEPARTMENT.POSITION,
                                DEPARTMENT.HEAD_PERSON_ID,
                                PERSON.NAME,
                                people,
                                DEPARTMENT.VERSION)
                        .from(DEPARTMENT)
                        .leftJoin(PERSON)
                        .on(PERSON.TENANT_ID.eq(DEPARTMENT.TENANT_ID))
                        .and(PERSON.PERSON_ID.eq(DEPARTMENT.HEAD_PERSON_ID))
                        .leftJoin(staffed)
                        .on("staffed.department_id = department.department_id")
                        .where(DEPARTMENT.CLOSED_ON.isNull())
                        .fetch(row ->
                                new Department(
                                        row.value1(),
                                        Optional.ofNullable(row.value2()),
                                        row.value3(),
                                        row.value4(),
                                        head(row.value5(), row.value6()),
                                        row.value7(),
                                        row.value8())));
    }

    private static Optional<Department.Head> head(@Nullable PersonId id, @Nullable String name) {
        return id == null || name == null
                ? Optional.empty()
                : Optional.of(new Department.Head(id, name));
    }

    /// @return whether the id was still free
    boolean insert(DepartmentId id, Optional<DepartmentId> parent, String name, int position) {
        return sql.insertInto(DEPARTMENT)
                        .set(DEPARTMENT.DEPARTMENT_ID, id)
                        .set(DEPARTMENT.PARENT_DEPARTMENT_ID, parent.orElse(null))
                        .set(DEPARTMENT.NAME, name)
                        .set(DEPARTMENT.POSITION, position)
                        .onConflict(DEPARTMENT.TENANT_ID, DEPARTMENT.DEPARTMENT_ID)
                        .doNothing()
                        .execute()
                > 0;
    }

    void update(DepartmentId id, String name, Optional<PersonId> head) {
        sql.update(DEPARTMENT)
                .set(DEPARTMENT.NAME, name)
                .set(DEPARTMENT.HEAD_PERSON_ID, head.orElse(null))
                .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
                .where(DEPARTMENT.DEPARTMENT_ID.eq(id))
                .execute();
    }

    void move(DepartmentId id, Optional<DepartmentId> parent) {
        sql.update(DEPARTMENT)
                .set(DEPARTMENT.PARENT_DEPARTMENT_ID, parent.orElse(null))
                .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
                .where(DEPARTMENT.DEPARTMENT_ID.eq(id))
                .execute();
    }

    /// Numbers siblings in the order given.
    void order(List<DepartmentId> siblings) {
        sql.batched(batched -> {
            for (int i = 0; i < siblings.size(); i++) {
                batched.dsl()
                        .update(DEPARTMENT)
                        .set(DEPARTMENT.POSITION, val(i))
                        .where(DEPARTMENT.DEPARTMENT_ID.eq(siblings.get(i)))
                        .execute();
            }
        });
    }

    void close(DepartmentId id, LocalDate on) {
        sql.update(DEPARTMENT)
                .set(DEPARTMENT.CLOSED_ON, on)
                .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
                .where(DEPARTMENT.DEPARTMENT_ID.eq(id))
                .execute();
    }

    /// Leaves the departments that a person led without a head.
    void removeHead(PersonId person) {
        sql.update(DEPARTMENT)
                .setNull(DEPARTMENT.HEAD_PERSON_ID)
                .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
                .where(DEPARTMENT.HEAD_PERSON_ID.eq(person))
                .execute();
    }

    boolean isStaffed(DepartmentId id) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(POST)
                        .join(PERSON)
                        .using(PERSON.TENANT_ID, PERSON.PERSON_ID)
                        .where(POST.DEPARTMENT_ID.eq(id))
                        .and(PERSON.STATE.ne(Person.State.INACTIVE.name())));
    }
}
