package io.dure.platform.people;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people find each other: by rank, then by name as the organisation's language sorts it.
@Service
public class Directory {
    private static final int LONGEST_WORDS = 100;

    private final DirectoryRepository repository;
    private final Calendar calendar;

    Directory(DirectoryRepository repository, Calendar calendar) {
        this.repository = repository;
        this.calendar = calendar;
    }

    @Transactional(readOnly = true)
    public DirectoryPage list(Caller caller, DirectoryQuery query) {
        caller.require(PeopleCapabilities.READ);
        var input = new Input();
        input.text("q", query.words(), 0, LONGEST_WORDS);
        input.expect(
                query.limit() >= 1 && query.limit() <= DirectoryQuery.MOST,
                "limit",
                "out-of-range",
                "A page holds 1 to " + DirectoryQuery.MOST + ".");
        input.check();
        var found = repository.list(caller, query, calendar.organisation().language());
        var page = found.stream().limit(query.limit()).map(person -> seen(caller, person)).toList();
        return new DirectoryPage(
                page,
                found.size() > page.size()
                        ? Optional.of(page.getLast().position())
                        : Optional.empty());
    }

    private static Listing seen(Caller caller, Listing person) {
        var department = person.post().map(Listing.MainPost::department);
        return caller.person().equals(person.id()) || PeopleCapabilities.manages(caller, department)
                ? person
                : person.forColleagues();
    }
}
