package io.dure.platform.people;

import io.dure.platform.people.ImportFile.Line;
import io.dure.platform.problem.FieldError;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares a file with the people who are there. One plan each: it remembers what it read.
final class ImportPlanner {
    private final Present present;
    private final ImportPosts posts;
    private final InstantSource clock;

    private final List<Card> entered = new ArrayList<>();
    private final List<Card> changed = new ArrayList<>();
    private final Set<Post> gained = new HashSet<>();
    private final List<Person> readdressed = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Map<String, Long> logins = new HashMap<>();
    private int unchanged;

    private ImportPlanner(Present present, InstantSource clock) {

        this.present = present;
        this.posts = new ImportPosts(present);
        this.clock = clock;
    }

    static ImportPlan plan(ImportFile file, Present present, InstantSource clock) {
        var planner = new ImportPlanner(present, clock);
        file.lines().forEach(planner::plan);
        return new ImportPlan(
                planner.entered,
                planner.changed,
                planner.unchanged,
                planner.gained,
                planner.readdressed,
                planner.errors);
    }

    private void plan(Line line) {
        try {
            var number = line.cell(ImportColumn.EMPLOYEE_NUMBER).orElse("");
            var before = present.withNumber(number);
            var after = card(line, number, before);
            gained.addAll(
                    ImportPlan.gained(before.map(Card::posts).orElse(Posts.NONE), after.posts()));
            if (before.isEmpty()) {
                entered.add(after);
            } else if (isSame(before.get(), after)) {
                unchanged++;
            } else {
                changed.add(after);
                noteAddress(before.get().person(), after.person());
            }
        } catch (InvalidInputException e) {
            e.errors().forEach(error -> errors.add(at(line, error)));
        }
    }

    private void noteAddress(Person before, Person after) {
        if (!before.isReachedBy(after.login(), after.email())) {
            readdressed.add(before);
        }
    }

    private static LineError at(Line line, FieldError error) {
        return new LineError(line.number(), error.field(), error.code(), error.detail());
    }

    private Card card(Line line, String number, Optional<Card> before) {
        var input = new Input();
        input.expect(!number.isEmpty(), "employeeNumber", "missing", "employeeNumber is missing.");
        input.expect(
                numbers.add(number),
                "employeeNumber",
                "twice",
                "The file has this employee number twice.");
        input.expect(
                before.filter(card -> card.person().state() == Person.State.INACTIVE).isEmpty(),
                "employeeNumber",
                "deactivated",
                "This person is deactivated.");
        var clean =
                details(input, line, number, before)
                        .clean(input, before.flatMap(card -> card.profile().photoTag()));
        expectFreeLogin(input, line, number, clean.login());
        var filled = posts.read(input, line, before.map(Card::posts).orElse(Posts.NONE));
        input.check();
        return new Card(person(clean, before), clean.profile(), filled);
    }

    private void expectFreeLogin(Input input, Line line, String number, String login) {
        var taken =
                Optional.ofNullable(present.byLogin().get(login))
                        .filter(card ->
                                !card.person().employeeNumber().equals(Optional.of(number)));
        input.expect(taken.isEmpty(), "login", "taken", "Somebody has this login already.");
        var earlier = logins.putIfAbsent(login, line.number());
        input.expect(earlier == null, "login", "twice", "Line " + earlier + " has this login too.");
    }

    private Person person(Details.Clean clean, Optional<Card> before) {
        var now = before.map(Card::person);
        return new Person(
                now.map(Person::id).orElseGet(() -> new PersonId(UuidV7.next(clock))),
                clean.login(),
                clean.employeeNumber(),
                clean.name(),
                clean.email(),
                now.map(Person::kind).orElse(Person.Kind.MEMBER),
                now.map(Person::state).orElse(Person.State.INVITED),
                now.map(Person::createdAt).orElseGet(clock::instant),
                now.map(person -> person.version() + 1).orElse(1L));
    }

    private Details details(Input input, Line line, String number, Optional<Card> before) {
        var person = before.map(Card::person);
        var profile = before.map(Card::profile).orElse(Profile.EMPTY);
        return new Details(
                cell(line, ImportColumn.LOGIN, person.map(Person::login)),
                number,
                cell(line, ImportColumn.NAME, Optional.empty()),
                cell(line, ImportColumn.EMAIL, person.flatMap(Person::email)),
                cell(line, ImportColumn.LATIN_NAME, Optional.of(profile.latinName())),
                cell(line, ImportColumn.CHINESE_NAME, Optional.of(profile.chineseName())),
                cell(line, ImportColumn.PHONE, Optional.of(profile.phone())),
                cell(line, ImportColumn.EXTENSION, Optional.of(profile.extension())),
                cell(line, ImportColumn.MOBILE, Optional.of(profile.mobile())),
                date(input, line, ImportColumn.BIRTHDAY, profile.birthday()),
                date(input, line, ImportColumn.HIRED_ON, profile.hiredOn()),
                cell(line, ImportColumn.LANGUAGE, profile.language()));
    }

    /// The cell; or what is there already, where the file has no such column. A login left blank
    /// stays as it is.
    private @Nullable String cell(Line line, ImportColumn column, Optional<String> now) {
        return line.cell(column)
                .filter(text -> column != ImportColumn.LOGIN || !text.isEmpty())
                .or(() -> now)
                .orElse(null);
    }

    private static @Nullable LocalDate date(
            Input input, Line line, ImportColumn column, Optional<LocalDate> now) {
        var text = line.cell(column);
        if (text.isEmpty()) {
            return now.orElse(null);
        }
        try {
            return text.get().isEmpty()
                    ? null
                    : LocalDate.parse(text.get().replaceAll("[./]", "-"));
        } catch (DateTimeParseException e) {
            input.reject(column.field(), "no-date", "A date is written 2026-11-23.");
            return null;
        }
    }

    private static boolean isSame(Card before, Card after) {
        var person = before.person();
        return before.profile().equals(after.profile())
                && Set.copyOf(before.posts().all()).equals(Set.copyOf(after.posts().all()))
                && person.login().equals(after.person().login())
                && person.name().equals(after.person().name())
                && person.email().equals(after.person().email());
    }
}
