package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.DEPARTMENT;
import static io.dure.platform.people.db.Tables.DESIGNATION;
import static io.dure.platform.people.db.Tables.PERSON;
import static io.dure.platform.people.db.Tables.POST;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dure.platform.people.db.tables.records.PostRecord;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PostRepository {
    private final DSLContext sql;

    PostRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// The main post first.
    Posts of(PersonId person) {
        return new Posts(
                sql.selectFrom(POST)
                        .where(POST.PERSON_ID.eq(person))
                        .orderBy(POST.MAIN.desc(), POST.DEPARTMENT_ID)
                        .fetch(PostRepository::read));
    }

    Map<PersonId, Posts> everybodys() {
        return grouped(noCondition());
    }

    /// All posts of whoever has one in the department.
    Map<PersonId, Posts> inDepartment(DepartmentId department) {
        var people = select(POST.PERSON_ID).from(POST).where(POST.DEPARTMENT_ID.eq(department));
        return grouped(POST.PERSON_ID.in(people));
    }

    private Map<PersonId, Posts> grouped(Condition condition) {
        var rows =
                sql.selectFrom(POST)
                        .where(condition)
                        .orderBy(POST.MAIN.desc(), POST.DEPARTMENT_ID)
                        .fetchGroups(POST.PERSON_ID, PostRepository::read);
        return rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Posts(each.getValue())));
    }

    /// Puts people into exactly these posts.
    void replace(Map<PersonId, Posts> posts) {
        fill(posts);
        sortByRank(PERSON.PERSON_ID.in(posts.keySet()));
    }

    /// Puts people into exactly these posts, to be sorted later.
    void fill(Map<PersonId, Posts> posts) {
        sql.deleteFrom(POST).where(POST.PERSON_ID.in(posts.keySet())).execute();
        var rows =
                posts.entrySet().stream()
                        .flatMap(each ->
                                each.getValue().all().stream()
                                        .map(post -> row(each.getKey(), post)))
                        .toList();
        sql.batchInsert(rows).execute();
    }

    void removeFromClosedDepartments(PersonId person) {
        var left =
                of(person).all().stream()
                        .filter(post ->
                                sql.fetchExists(
                                        DEPARTMENT,
                                        DEPARTMENT
                                                .DEPARTMENT_ID
                                                .eq(post.department())
                                                .and(DEPARTMENT.CLOSED_ON.isNull())))
                        .toList();
        replace(Map.of(person, new Posts(left).withMain()));
    }

    /// Sorts everybody anew, after the ranks changed their order or many people came.
    ///
    /// What PostgreSQL knows of the tables may be older than the people, and it then expects one or
    /// two and looks through all of them for each of them. It is told to expect many.
    void sortByRank() {
        sql.execute("set local enable_nestloop = off");
        sortByRank(noCondition());
        sql.execute("set local enable_nestloop = on");
    }

    private void sortByRank(Condition who) {
        var order =
                select(
                                PERSON.PERSON_ID,
                                coalesce(DESIGNATION.POSITION, val(Integer.MAX_VALUE))
                                        .as("rank_order"))
                        .from(PERSON)
                        .leftJoin(POST)
                        .on(POST.TENANT_ID.eq(PERSON.TENANT_ID))
                        .and(POST.PERSON_ID.eq(PERSON.PERSON_ID))
                        .and(POST.MAIN)
                        .leftJoin(DESIGNATION)
                        .on(DESIGNATION.TENANT_ID.eq(POST.TENANT_ID))
                        .and(DESIGNATION.DESIGNATION_ID.eq(POST.RANK_ID))
                        .where(who)
                        .asTable("sorted");
        var position = field(name("sorted", "rank_order"), Integer.class);
        sql.update(PERSON)
                .set(PERSON.RANK_ORDER, position)
                .from(order)
                .where(
                        PERSON.PERSON_ID.eq(
                                field(name("sorted", "person_id"), PERSON.PERSON_ID.getDataType())))
                .and(PERSON.RANK_ORDER.ne(position))
                .execute();
    }

    private static PostRecord row(PersonId person, Post post) {
        var row = new PostRecord();
        row.setPersonId(person);
        row.setDepartmentId(post.department());
        row.setMain(post.main());
        row.setRankId(post.rank().orElse(null));
        row.setTitleId(post.title().orElse(null));
        row.setDuty(post.duty());
        return row;
    }

    private static Post read(PostRecord row) {
        return new Post(
                row.getDepartmentId(),
                row.getMain(),
                Optional.ofNullable(row.getRankId()),
                Optional.ofNullable(row.getTitleId()),
                row.getDuty());
    }
}
