package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.DESIGNATION;
import static io.dure.platform.people.db.Tables.DESIGNATION_LIST;
import static io.dure.platform.people.db.Tables.POST;

import io.dure.platform.people.Designation.Kind;
import io.dure.platform.people.db.tables.records.DesignationRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class DesignationRepository {
    private final DSLContext sql;

    DesignationRepository(DSLContext sql) {
        this.sql = sql;
    }

    DesignationList list(Kind kind) {
        var items =
                sql.select(DESIGNATION.DESIGNATION_ID, DESIGNATION.NAME)
                        .from(DESIGNATION)
                        .where(DESIGNATION.KIND.eq(kind.name()))
                        .orderBy(DESIGNATION.POSITION)
                        .fetch(row -> new Designation(row.value1(), row.value2()));
        var version =
                sql.select(DESIGNATION_LIST.VERSION)
                        .from(DESIGNATION_LIST)
                        .where(DESIGNATION_LIST.KIND.eq(kind.name()))
                        .fetchOne(DESIGNATION_LIST.VERSION);
        return new DesignationList(items, version == null ? 0 : version);
    }

    /// Counts a change of the list, and makes other changes of it wait.
    void touch(Kind kind) {
        sql.insertInto(DESIGNATION_LIST)
                .set(DESIGNATION_LIST.KIND, kind.name())
                .onConflict(DESIGNATION_LIST.TENANT_ID, DESIGNATION_LIST.KIND)
                .doUpdate()
                .set(DESIGNATION_LIST.VERSION, DESIGNATION_LIST.VERSION.plus(1))
                .execute();
    }

    /// Which of these somebody's post has, active or not.
    Set<UUID> used(Kind kind, Set<UUID> ids) {
        var column =
                switch (kind) {
                    case RANK -> POST.RANK_ID;
                    case TITLE -> POST.TITLE_ID;
                };
        return sql.selectDistinct(column).from(POST).where(column.in(ids)).fetchSet(column);
    }

    void replace(Kind kind, List<Designation> items) {
        var kept = items.stream().map(Designation::id).toList();
        sql.deleteFrom(DESIGNATION)
                .where(DESIGNATION.KIND.eq(kind.name()))
                .and(DESIGNATION.DESIGNATION_ID.notIn(kept))
                .execute();
        IntStream.range(0, items.size())
                .mapToObj(position -> row(kind, items.get(position), position))
                .forEach(row ->
                        sql.insertInto(DESIGNATION)
                                .set(row)
                                .onConflict(DESIGNATION.TENANT_ID, DESIGNATION.DESIGNATION_ID)
                                .doUpdate()
                                .set(DESIGNATION.POSITION, row.getPosition())
                                .execute());
        // Names alone, and only new ones: they are a key, and who changes a key waits for everybody
        // who is about to name the row, as a transfer is that holds its person.
        items.forEach(item ->
                sql.update(DESIGNATION)
                        .set(DESIGNATION.NAME, item.name())
                        .where(DESIGNATION.DESIGNATION_ID.eq(item.id()))
                        .and(DESIGNATION.NAME.ne(item.name()))
                        .execute());
    }

    private static DesignationRecord row(Kind kind, Designation item, int position) {
        var row = new DesignationRecord();
        row.setDesignationId(item.id());
        row.setKind(kind.name());
        row.setName(item.name());
        row.setPosition(position);
        return row;
    }
}
