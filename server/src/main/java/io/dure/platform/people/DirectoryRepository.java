package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.DEPARTMENT;
import static io.dure.platform.people.db.Tables.DESIGNATION;
import static io.dure.platform.people.db.Tables.PERSON;
import static io.dure.platform.people.db.Tables.POST;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.dure.platform.people.db.tables.Designation;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/// The directory: one query a page, in the order of an index.
@Repository
class DirectoryRepository {
    private static final Designation RANK = DESIGNATION.as("rank");
    private static final Designation TITLE = DESIGNATION.as("title");

    private final DSLContext sql;

    DirectoryRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// One more than asked for where there is a next page.
    ///
    /// @param language whose alphabet orders the names
    /// @param reader who sees only some people's employee numbers, and finds only those by them
    List<Listing> list(Caller reader, DirectoryQuery query, String language) {
        var name = PERSON.NAME.collate(collation(language + "-x-icu"));
        return sql.select(PERSON.asterisk())
                .select(POST.DEPARTMENT_ID, POST.DUTY, DEPARTMENT.NAME, RANK.NAME, TITLE.NAME)
                .from(PERSON)
                .leftJoin(POST)
                .on(POST.TENANT_ID.eq(PERSON.TENANT_ID))
                .and(POST.PERSON_ID.eq(PERSON.PERSON_ID))
                .and(POST.MAIN)
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.TENANT_ID.eq(POST.TENANT_ID))
                .and(DEPARTMENT.DEPARTMENT_ID.eq(POST.DEPARTMENT_ID))
                .leftJoin(RANK)
                .on(RANK.TENANT_ID.eq(POST.TENANT_ID))
                .and(RANK.DESIGNATION_ID.eq(POST.RANK_ID))
                .leftJoin(TITLE)
                .on(TITLE.TENANT_ID.eq(POST.TENANT_ID))
                .and(TITLE.DESIGNATION_ID.eq(POST.TITLE_ID))
                .where(chosen(reader, query))
                .and(after(query.after(), name))
                .orderBy(PERSON.RANK_ORDER, name, PERSON.PERSON_ID)
                .limit(query.limit() + 1)
                .fetch(DirectoryRepository::read);
    }

    private static Condition chosen(Caller reader, DirectoryQuery query) {
        var states = query.states().stream().map(Enum::name).toList();
        var kinds = query.kinds().stream().map(Enum::name).toList();
        return PERSON.STATE
                .in(states)
                .and(PERSON.KIND.in(kinds))
                .and(matching(reader, query.words()))
                .and(query.department().map(DirectoryRepository::within).orElse(noCondition()));
    }

    private static Condition matching(Caller reader, String words) {
        if (words.isEmpty()) {
            return noCondition();
        }
        var pattern = val(SearchText.pattern(words));
        var anyWord = condition("{0} in (select people.matching({1}))", PERSON.PERSON_ID, pattern);
        if (reader.may(PeopleCapabilities.MANAGE)) {
            return anyWord;
        }
        return condition("{0} in (select people.matching_openly({1}))", PERSON.PERSON_ID, pattern)
                .or(isKnownTo(reader).and(anyWord));
    }

    /// Whether the reader sees all of the person, as [PeopleCapabilities#manages] says.
    private static Condition isKnownTo(Caller reader) {
        var managed =
                reader.authority()
                        .within()
                        .getOrDefault(PeopleCapabilities.MANAGE.name(), Set.of());
        return PERSON.PERSON_ID.eq(reader.person()).or(POST.DEPARTMENT_ID.in(managed));
    }

    private static Condition within(DepartmentId department) {
        return PERSON.PERSON_ID.in(
                select(POST.PERSON_ID)
                        .from(POST)
                        .where(
                                condition(
                                        "{0} in (select people.department_and_below({1}))",
                                        POST.DEPARTMENT_ID, val(department.value()))));
    }

    private static Condition after(Optional<DirectoryPosition> position, Field<String> name) {
        return position.map(last ->
                        row(PERSON.RANK_ORDER, name, PERSON.PERSON_ID)
                                .gt(
                                        row(
                                                val(last.rankOrder()),
                                                val(last.name()),
                                                val(last.person(), PERSON.PERSON_ID))))
                .orElse(noCondition());
    }

    private static Listing read(Record row) {
        var person = row.into(PERSON);
        return new Listing(
                person.getPersonId(),
                person.getName(),
                person.getLatinName(),
                person.getChineseName(),
                Optional.ofNullable(person.getEmployeeNumber()),
                Optional.ofNullable(person.getEmail()),
                person.getPhone(),
                person.getExtension(),
                Optional.of(person.getMobile()),
                Person.Kind.valueOf(person.getKind()),
                Person.State.valueOf(person.getState()),
                Optional.ofNullable(person.getPhotoTag()),
                mainPost(row),
                new DirectoryPosition(
                        person.getRankOrder(), person.getName(), person.getPersonId()));
    }

    private static Optional<Listing.MainPost> mainPost(Record row) {
        return Optional.ofNullable(row.get(POST.DEPARTMENT_ID))
                .map(department ->
                        new Listing.MainPost(
                                department,
                                row.get(DEPARTMENT.NAME),
                                row.get(RANK.NAME),
                                row.get(TITLE.NAME),
                                row.get(POST.DUTY)));
    }
}
