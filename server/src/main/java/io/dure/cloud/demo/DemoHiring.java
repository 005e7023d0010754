package io.dure.cloud.demo;

import io.dure.cloud.demo.Script.Concurrent;
import io.dure.platform.people.Details;
import io.dure.platform.people.Person;
import io.dure.platform.people.Post;
import io.dure.platform.people.Posts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Draws the people of one demonstration: the same every time, since numbers and dates come from a
/// seeded generator and no clock.
final class DemoHiring {
    private static final LocalDate FIRST_DAY = LocalDate.of(2004, 3, 2);
    private static final int DAYS_OF_HIRING = 22 * 365;

    private final Script script;
    private final RandomGenerator random;
    private final DemoChart chart;
    private final Map<String, UUID> ranks;
    private final Map<String, UUID> titles;
    private final Map<String, Integer> logins = new HashMap<>();
    private int number = 1000;

    DemoHiring(
            Script script,
            RandomGenerator random,
            DemoChart chart,
            Map<String, UUID> ranks,
            Map<String, UUID> titles) {
        this.script = script;
        this.random = random;
        this.chart = chart;
        this.ranks = ranks;
        this.titles = titles;
    }

    /// @param leads the department, if any
    record Hire(Person.Kind kind, Details details, Posts posts, Optional<String> leads) {}

    List<Hire> everybody() {
        var hires = new ArrayList<Hire>();
        script.units().forEach(unit -> staff(unit, hires));
        return hires;
    }

    private void staff(Unit unit, List<Hire> hires) {
        for (var place = 0; place < unit.staff(); place++) {
            hires.add(place == 0 ? head(unit) : member(unit));
        }
        unit.below().forEach(child -> staff(child, hires));
    }

    private Hire head(Unit unit) {
        var posts = new ArrayList<Post>();
        posts.add(post(unit.name(), true, unit.headRank(), unit.headTitle()));
        script.concurrent().stream()
                .filter(also -> also.headOf().equals(unit.name()))
                .map(also -> concurrent(also, unit.headRank()))
                .forEach(posts::add);
        return new Hire(Person.Kind.MEMBER, details(), new Posts(posts), Optional.of(unit.name()));
    }

    private Hire member(Unit unit) {
        var post = post(unit.name(), true, script.rank(unit.name(), random), null);
        return new Hire(Person.Kind.MEMBER, details(), new Posts(List.of(post)), Optional.empty());
    }

    private Post concurrent(Concurrent also, String rank) {
        return post(also.also(), false, rank, also.title());
    }

    private Post post(String unit, boolean main, String rank, @Nullable String title) {
        return new Post(
                chart.department(unit).id(),
                main,
                Optional.ofNullable(ranks.get(rank)),
                Optional.ofNullable(title).map(titles::get),
                "");
    }

    private Details details() {
        var named = script.name(random);
        var login = login(named);
        number++;
        return new Details(
                login,
                script.shortName().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + number,
                named.name(),
                login + "@" + script.profile().mailDomains().getFirst(),
                named.latinName(),
                named.chinese(),
                null,
                String.valueOf(number),
                null,
                null,
                FIRST_DAY.plusDays(random.nextInt(DAYS_OF_HIRING)),
                null);
    }

    private String login(Named named) {
        var same = logins.merge(named.latin(), 1, Integer::sum);
        return same == 1 ? named.latin() : named.latin() + same;
    }
}
