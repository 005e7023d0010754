package io.dure.platform.people;

import static io.dure.platform.people.db.Tables.PERSON;
import static io.dure.platform.people.db.Tables.PHOTO;

import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The pictures of the people of the organisation in scope. Everybody may change their own.
@Service
public class Photos {
    private final DSLContext sql;
    private final PersonRepository people;
    private final PostRepository posts;
    private final PostRules rules;

    Photos(DSLContext sql, PersonRepository people, PostRepository posts, PostRules rules) {
        this.sql = sql;
        this.people = people;
        this.posts = posts;
        this.rules = rules;
    }

    /// @throws UnknownThingException if the person has none
    @Transactional(readOnly = true)
    public Photo find(Caller caller, PersonId person) {
        if (!caller.person().equals(person)) {
            caller.require(PeopleCapabilities.READ);
        }
        return sql.select(PHOTO.IMAGE, PHOTO.MEDIA_TYPE)
                .from(PHOTO)
                .where(PHOTO.PERSON_ID.eq(person))
                .fetchOptional(row -> new Photo(row.value1(), row.value2()))
                .orElseThrow(() -> new UnknownThingException("photo"));
    }

    @Transactional
    public void put(Caller caller, PersonId person, Photo photo) {
        requireMayChange(caller, person);
        sql.insertInto(PHOTO)
                .set(PHOTO.PERSON_ID, person)
                .set(PHOTO.IMAGE, photo.image())
                .set(PHOTO.MEDIA_TYPE, photo.mediaType())
                .onConflict(PHOTO.TENANT_ID, PHOTO.PERSON_ID)
                .doUpdate()
                .set(PHOTO.IMAGE, photo.image())
                .set(PHOTO.MEDIA_TYPE, photo.mediaType())
                .execute();
        tag(person, photo.tag());
    }

    @Transactional
    public void remove(Caller caller, PersonId person) {
        requireMayChange(caller, person);
        sql.deleteFrom(PHOTO).where(PHOTO.PERSON_ID.eq(person)).execute();
        tag(person, null);
    }

    private void requireMayChange(Caller caller, PersonId person) {
        people.lock(person);
        if (people.byId(person).isEmpty()) {
            throw new UnknownThingException("person");
        }
        if (!caller.person().equals(person)) {
            rules.requireManages(caller, posts.of(person));
        }
    }

    private void tag(PersonId person, @Nullable String tag) {
        sql.update(PERSON)
                .set(PERSON.PHOTO_TAG, tag)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.PERSON_ID.eq(person))
                .execute();
    }
}
