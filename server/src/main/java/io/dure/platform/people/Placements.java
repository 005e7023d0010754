package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.DEPARTMENT;
import static io.dure.platform.people.db.Tables.DESIGNATION;
import static io.dure.platform.people.db.Tables.PERSON;
import static io.dure.platform.people.db.Tables.POST;
import static org.jooq.impl.DSL.val;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people of the organisation in scope stand. Asked at every request, hence one statement.
@Service
public class Placements {
    private static final String ABOVE =
            """
            above as (
                select d.department_id, d.parent_department_id
                from people.department d
                where d.department_id in (%s)
                union
                select d.department_id, d.parent_department_id
                from above a
                join people.department d on d.department_id = a.parent_department_id
            )
            """;

    private static final String BELOW =
            """
            below as (
                select d.department_id as top, d.department_id
                from people.department d
                where d.department_id = any ({0}::uuid[]) and d.closed_on is null
                union
                select b.top, d.department_id
                from below b
                join people.department d on d.parent_department_id = b.department_id
                where d.closed_on is null
            )
            """;

    private static final String STANDING =
            "with recursive "
                    + BELOW
                    + ", post as (select * from people.post where person_id %1$s), "
                    + ABOVE.formatted("select department_id from post")
                    + """
                    select p.kind, p.state,
                           array(select distinct rank_id from post where rank_id is not null) as ranks,
                           array(select distinct title_id from post where title_id is not null) as titles,
                           array(select department_id from post) as departments,
                           array(select department_id from above) as above,
                           array(select top from below order by top, department_id) as tops,
                           array(select department_id from below order by top, department_id) as below
                    from (select distinct kind, state from people.person where person_id %1$s) p
                    """;

    private static final String OF_ONE = STANDING.formatted("= {1}");
    private static final String OF_SEVERAL = STANDING.formatted("= any ({1}::uuid[])");

    private final DSLContext sql;

    Placements(DSLContext sql) {
        this.sql = sql;
    }

    /// @param scopes departments of which to tell those below
    @Transactional(readOnly = true)
    public Optional<Placement> of(PersonId person, Collection<DepartmentId> scopes) {
        return sql.resultQuery(OF_ONE, array(scopes), val(person.value()))
                .fetchOptional(Placements::read);
    }

    /// Where several people stand, taken together: for each kind and state that is among them, the
    /// posts of all.
    ///
    /// @param scopes departments of which to tell those below
    @Transactional(readOnly = true)
    public List<Placement> together(Collection<PersonId> people, Collection<DepartmentId> scopes) {
        var ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
        return sql.resultQuery(OF_SEVERAL, array(scopes), val(ids)).fetch(Placements::read);
    }

    /// Of each department: itself and the open ones below it.
    @Transactional(readOnly = true)
    public Map<DepartmentId, Set<DepartmentId>> below(Collection<DepartmentId> departments) {
        var found =
                sql.resultQuery(
                                "with recursive " + BELOW + " select top, department_id from below",
                                array(departments))
                        .fetchGroups(
                                row -> new DepartmentId(row.get(0, UUID.class)),
                                row -> new DepartmentId(row.get(1, UUID.class)));
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
    }

    /// The departments themselves and every one above them.
    @Transactional(readOnly = true)
    public Set<DepartmentId> above(Collection<DepartmentId> departments) {
        var start = ABOVE.formatted("select unnest({0}::uuid[])");
        return sql.resultQuery(
                        "with recursive " + start + " select department_id from above",
                        array(departments))
                .fetchSet(row -> new DepartmentId(row.get(0, UUID.class)));
    }

    /// Who has one of these ranks or titles, or a post in one of these departments.
    @Transactional(readOnly = true)
    public Set<PersonId> standing(
            Collection<UUID> designations, Collection<DepartmentId> departments) {
        return sql.selectDistinct(POST.PERSON_ID)
                .from(POST)
                .where(POST.RANK_ID.in(designations))
                .or(POST.TITLE_ID.in(designations))
                .or(POST.DEPARTMENT_ID.in(departments))
                .fetchSet(POST.PERSON_ID);
    }

    /// Whether there is such a person who is not deactivated.
    @Transactional(readOnly = true)
    public boolean isPresent(PersonId person) {
        return sql.fetchExists(
                PERSON,
                PERSON.PERSON_ID.eq(person).and(PERSON.STATE.ne(Person.State.INACTIVE.name())));
    }

    /// Whether there is such a department that is open.
    @Transactional(readOnly = true)
    public boolean isOpen(DepartmentId department) {
        return sql.fetchExists(
                DEPARTMENT,
                DEPARTMENT.DEPARTMENT_ID.eq(department).and(DEPARTMENT.CLOSED_ON.isNull()));
    }

    /// Whether there is such a rank or title.
    @Transactional(readOnly = true)
    public boolean isDesignation(Designation.Kind kind, UUID id) {
        return sql.fetchExists(
                DESIGNATION,
                DESIGNATION.DESIGNATION_ID.eq(id).and(DESIGNATION.KIND.eq(kind.name())));
    }

    /// How many of these people have a way in.
    @Transactional(readOnly = true)
    public int activeAmong(Collection<PersonId> ids) {
        return sql.fetchCount(
                PERSON, PERSON.PERSON_ID.in(ids).and(PERSON.STATE.eq(Person.State.ACTIVE.name())));
    }

    private static Field<UUID[]> array(Collection<DepartmentId> departments) {
        return val(departments.stream().map(DepartmentId::value).toArray(UUID[]::new));
    }

    private static Placement read(Record row) {
        return new Placement(
                Person.Kind.valueOf(row.get("kind", String.class)),
                Person.State.valueOf(row.get("state", String.class)),
                ids(row, "ranks").collect(Collectors.toSet()),
                ids(row, "titles").collect(Collectors.toSet()),
                departments(row, "departments"),
                departments(row, "above"),
                below(row));
    }

    private static Map<DepartmentId, Set<DepartmentId>> below(Record row) {
        var tops = row.get("tops", UUID[].class);
        var each = row.get("below", UUID[].class);
        var below = new HashMap<DepartmentId, Set<DepartmentId>>();
        for (int i = 0; i < tops.length; i++) {
            below.computeIfAbsent(new DepartmentId(tops[i]), _ -> new HashSet<>())
                    .add(new DepartmentId(each[i]));
        }
        return below;
    }

    private static Set<DepartmentId> departments(Record row, String column) {
        return ids(row, column).map(DepartmentId::new).collect(Collectors.toSet());
    }

    private static Stream<UUID> ids(Record row, String column) {
        return Stream.of(row.get(column, UUID[].class));
    }
}
