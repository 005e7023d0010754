package io.dure.platform.people.web;

import io.dure.platform.people.Directory;
import io.dure.platform.people.DirectoryPage;
import io.dure.platform.people.DirectoryPosition;
import io.dure.platform.people.DirectoryQuery;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.people.Sight;
import io.dure.platform.people.web.PersonViews.ListingPage;
import io.dure.platform.people.web.PersonViews.ListingView;
import io.dure.platform.people.web.PersonViews.NewPerson;
import io.dure.platform.people.web.PersonViews.PersonChange;
import io.dure.platform.people.web.PersonViews.PersonView;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The directory, and the people in it.
@RestController
@RequestMapping({"/api/o/{org}/people", "/api/console/people"})
class PersonController {
    private static final Set<Person.State> PRESENT =
            Set.of(Person.State.INVITED, Person.State.ACTIVE);

    private final Directory directory;
    private final People people;

    PersonController(Directory directory, People people) {
        this.directory = directory;
        this.people = people;
    }

    /// Lists people by rank, then name.
    ///
    /// @param q words to find: a part of a name, initial consonants (ㄱㅁㅅ), an employee number, …
    /// @param department with those below it
    /// @param state left out: all that are not deactivated
    @GetMapping
    ListingPage list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable DepartmentId department,
            @RequestParam(required = false) @Nullable Set<Person.@Nullable State> state,
            @RequestParam(required = false) @Nullable Set<Person.@Nullable Kind> kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var query =
                new DirectoryQuery(
                        q.strip(),
                        Optional.ofNullable(department),
                        Chosen.of(state, PRESENT),
                        Chosen.of(kind, Set.of(Person.Kind.values())),
                        Optional.ofNullable(cursor).map(DirectoryPosition::of),
                        limit);
        return page(directory.list(caller, query));
    }

    @PostMapping
    ResponseEntity<PersonView> create(Caller caller, @RequestBody NewPerson body) {
        var kind = body.kind() == null ? Person.Kind.MEMBER : body.kind();
        var card = people.create(caller, kind, body.details(), PersonViews.posts(body.posts()));
        return answer(HttpStatus.CREATED, card);
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonView> get(Caller caller, @PathVariable PersonId id) {
        return answer(HttpStatus.OK, people.see(caller, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<PersonView> edit(
            Caller caller,
            @PathVariable PersonId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PersonChange body) {
        return answer(HttpStatus.OK, people.edit(caller, id, Version.of(ifMatch), body.details()));
    }

    /// Keeps the person out; nothing of theirs is deleted.
    @PostMapping("/{id}/deactivate")
    ResponseEntity<PersonView> deactivate(
            Caller caller,
            @PathVariable PersonId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(HttpStatus.OK, people.deactivate(caller, id, Version.of(ifMatch)));
    }

    @PostMapping("/{id}/reactivate")
    ResponseEntity<PersonView> reactivate(
            Caller caller,
            @PathVariable PersonId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(HttpStatus.OK, people.reactivate(caller, id, Version.of(ifMatch)));
    }

    private static ResponseEntity<PersonView> answer(HttpStatus status, Sight sight) {
        var view = PersonView.of(sight);
        return ResponseEntity.status(status).eTag(Version.etag(view.version())).body(view);
    }

    private static ListingPage page(DirectoryPage page) {
        return new ListingPage(
                page.items().stream().map(ListingView::of).toList(),
                page.next().map(DirectoryPosition::cursor).orElse(null));
    }
}
