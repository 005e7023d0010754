package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.PERSON;

import io.dure.platform.people.db.tables.records.PersonRecord;
import io.dure.platform.tenancy.PersonId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {
    private final DSLContext sql;

    PersonRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Person person) {
        sql.insertInto(PERSON)
                .set(PERSON.PERSON_ID, person.id())
                .set(PERSON.LOGIN, person.login())
                .set(PERSON.EMPLOYEE_NUMBER, person.employeeNumber().orElse(null))
                .set(PERSON.NAME, person.name())
                .set(PERSON.EMAIL, person.email().orElse(null))
                .set(PERSON.KIND, person.kind().name())
                .set(PERSON.STATE, person.state().name())
                .set(PERSON.CREATED_AT, person.createdAt())
                .set(PERSON.VERSION, person.version())
                .execute();
    }

    Optional<Person> byId(PersonId id) {
        return sql.selectFrom(PERSON)
                .where(PERSON.PERSON_ID.eq(id))
                .fetchOptional(PersonRepository::read);
    }

    Optional<Person> byLogin(String login) {
        return sql.selectFrom(PERSON)
                .where(PERSON.LOGIN.eq(login))
                .fetchOptional(PersonRepository::read);
    }

    boolean isEmpty() {
        return !sql.fetchExists(PERSON);
    }

    static Person read(PersonRecord row) {
        return new Person(
                row.getPersonId(),
                row.getLogin(),
                Optional.ofNullable(row.getEmployeeNumber()),
                row.getName(),
                Optional.ofNullable(row.getEmail()),
                Person.Kind.valueOf(row.getKind()),
                Person.State.valueOf(row.getState()),
                row.getCreatedAt(),
                row.getVersion());
    }
}
