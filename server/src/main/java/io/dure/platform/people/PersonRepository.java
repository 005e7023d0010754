package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.PERSON;

import io.dure.platform.people.db.tables.records.PersonRecord;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {
    private final DSLContext sql;

    PersonRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// Makes whoever enters or renames people wait for each other: the plan's limit, logins and
    /// employee numbers are checked against everybody.
    void lockEverybody() {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended('people.person', 0) # hashtextextended(dure.tenant()::text, 0))");
    }

    /// Of all organisations' people and posts.
    void refreshStatistics() {
        sql.execute("select people.refresh_statistics()");
    }

    void insert(Person person, Profile profile) {
        sql.insertInto(PERSON).set(row(person, profile)).execute();
    }

    void insert(Collection<Card> cards) {
        sql.batchInsert(cards.stream().map(card -> row(card.person(), card.profile())).toList())
                .execute();
    }

    /// Writes all of a person but the id, the time of entering, and the state, which moves.
    void update(Person person, Profile profile) {
        sql.update(PERSON)
                .set(changes(person, profile))
                .where(PERSON.PERSON_ID.eq(person.id()))
                .execute();
    }

    void update(Collection<Card> cards) {
        sql.batched(batched ->
                cards.forEach(card ->
                        batched.dsl()
                                .update(PERSON)
                                .set(changes(card.person(), card.profile()))
                                .where(PERSON.PERSON_ID.eq(card.person().id()))
                                .execute()));
    }

    Optional<Person> byId(PersonId id) {
        return sql.selectFrom(PERSON)
                .where(PERSON.PERSON_ID.eq(id))
                .fetchOptional(PersonRepository::read);
    }

    Optional<PersonRecord> row(PersonId id) {
        return sql.selectFrom(PERSON).where(PERSON.PERSON_ID.eq(id)).fetchOptional();
    }

    /// Lets nobody else change the person until the transaction ends.
    void lock(PersonId id) {
        lock(PERSON.PERSON_ID.eq(id));
    }

    void lock(Collection<PersonId> ids) {
        lock(PERSON.PERSON_ID.in(ids));
    }

    /// Locks those who have one of these employee numbers.
    void lockNumbered(Collection<String> numbers) {
        lock(PERSON.EMPLOYEE_NUMBER.eq(DSL.any(numbers.toArray(String[]::new))));
    }

    /// In one order, so that two who lock several do not wait for each other.
    private void lock(Condition who) {
        sql.select(PERSON.PERSON_ID)
                .from(PERSON)
                .where(who)
                .orderBy(PERSON.PERSON_ID)
                .forNoKeyUpdate()
                .execute();
    }

    /// @return whether the person was in the state
    boolean moveState(PersonId id, Person.State from, Person.State to) {
        return sql.update(PERSON)
                        .set(PERSON.STATE, to.name())
                        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                        .where(PERSON.PERSON_ID.eq(id))
                        .and(PERSON.STATE.eq(from.name()))
                        .execute()
                == 1;
    }

    /// Counts a change of the person, for If-Match.
    void touch(PersonId id) {
        sql.update(PERSON)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.PERSON_ID.eq(id))
                .execute();
    }

    Optional<Person> byLogin(String login) {
        return sql.selectFrom(PERSON)
                .where(PERSON.LOGIN.eq(login))
                .fetchOptional(PersonRepository::read);
    }

    List<PersonRecord> everybody() {
        return sql.selectFrom(PERSON).fetch();
    }

    boolean isTaken(TableField<PersonRecord, String> field, String value, PersonId self) {
        return sql.fetchExists(PERSON, field.eq(value).and(PERSON.PERSON_ID.ne(self)));
    }

    Map<PersonId, String> names(Collection<PersonId> ids) {
        return sql.select(PERSON.PERSON_ID, PERSON.NAME)
                .from(PERSON)
                .where(PERSON.PERSON_ID.in(ids))
                .fetchMap(PERSON.PERSON_ID, PERSON.NAME);
    }

    boolean isEmpty() {
        return !sql.fetchExists(PERSON);
    }

    /// How many count for the plan.
    int headcount() {
        return sql.fetchCount(PERSON, PERSON.STATE.ne(Person.State.INACTIVE.name()));
    }

    /// The same of every organisation in scope.
    Map<TenantId, Long> headcounts() {
        return sql.select(PERSON.TENANT_ID, DSL.count())
                .from(PERSON)
                .where(PERSON.STATE.ne(Person.State.INACTIVE.name()))
                .groupBy(PERSON.TENANT_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
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

    static Profile readProfile(PersonRecord row) {
        return new Profile(
                row.getLatinName(),
                row.getChineseName(),
                row.getPhone(),
                row.getExtension(),
                row.getMobile(),
                Optional.ofNullable(row.getBirthday()),
                Optional.ofNullable(row.getHiredOn()),
                Optional.ofNullable(row.getLanguage()),
                Optional.ofNullable(row.getPhotoTag()));
    }

    private static PersonRecord changes(Person person, Profile profile) {
        var row = row(person, profile);
        row.touched(PERSON.PERSON_ID, false);
        row.touched(PERSON.CREATED_AT, false);
        row.touched(PERSON.STATE, false);
        return row;
    }

    private static PersonRecord row(Person person, Profile profile) {
        var row = new PersonRecord();
        row.setPersonId(person.id());
        row.setLogin(person.login());
        row.setEmployeeNumber(person.employeeNumber().orElse(null));
        row.setName(person.name());
        row.setEmail(person.email().orElse(null));
        row.setKind(person.kind().name());
        row.setState(person.state().name());
        row.setCreatedAt(person.createdAt());
        row.setVersion(person.version());
        row.setLatinName(profile.latinName());
        row.setChineseName(profile.chineseName());
        row.setPhone(profile.phone());
        row.setExtension(profile.extension());
        row.setMobile(profile.mobile());
        row.setBirthday(profile.birthday().orElse(null));
        row.setHiredOn(profile.hiredOn().orElse(null));
        row.setLanguage(profile.language().orElse(null));
        row.setPhotoTag(profile.photoTag().orElse(null));
        row.setSearch(SearchText.of(person, profile));
        return row;
    }
}
