package io.dure.platform.people;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.ForbiddenException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Which posts a caller may give to whom.
@Component
class PostRules {
    private static final int LONGEST_DUTY = 200;

    private final DepartmentRepository departments;
    private final DesignationRepository designations;
    private final List<PeopleRule> others;

    PostRules(
            DepartmentRepository departments,
            DesignationRepository designations,
            List<PeopleRule> others) {
        this.departments = departments;
        this.designations = designations;
        this.others = List.copyOf(others);
    }

    void requireMayChange(Caller caller, Posts before, Posts after) {
        requireManages(caller, before, after);
        others.forEach(rule -> rule.beforePosts(caller, missing(before, after)));
    }

    /// Entering somebody needs no say over where the person came from.
    void requireMayEnter(Caller caller, Posts posts) {
        requireManagesGained(caller, Posts.NONE, posts);
        others.forEach(rule -> rule.beforePosts(caller, Set.copyOf(posts.all())));
    }

    /// Whoever manages only a department may neither pull people in from others nor push them out
    /// to others.
    void requireManages(Caller caller, Posts before, Posts after) {
        requireManages(caller, before);
        missing(after, before)
                .forEach(post -> caller.require(PeopleCapabilities.MANAGE, post.department()));
        requireManagesGained(caller, before, after);
    }

    private static void requireManagesGained(Caller caller, Posts before, Posts after) {
        missing(before, after)
                .forEach(post -> caller.require(PeopleCapabilities.MANAGE, post.department()));
        if (after.all().isEmpty()) {
            caller.require(PeopleCapabilities.MANAGE);
        }
    }

    /// The posts of `there` that are not among those `here`.
    private static Set<Post> missing(Posts here, Posts there) {
        var missing = new HashSet<>(there.all());
        missing.removeAll(here.all());
        return missing;
    }

    /// Whoever brings people into a department, or below it, hands out what it carries.
    void requireMayBringInto(Caller caller, Collection<DepartmentId> departments) {
        var posts =
                departments.stream()
                        .map(each -> new Post(each, false, Optional.empty(), Optional.empty(), ""))
                        .collect(Collectors.toSet());
        others.forEach(rule -> rule.beforePosts(caller, posts));
    }

    /// Whoever moves a department hands it to whoever is in charge of all below its new parent.
    void requireMayMove(Caller caller, DepartmentId moved, Collection<DepartmentId> parents) {
        others.forEach(rule -> rule.beforeMove(caller, moved, Set.copyOf(parents)));
    }

    /// A person belongs to the department of the main post; one without belongs to the whole.
    void requireManages(Caller caller, Posts posts) {
        if (!manages(caller, posts)) {
            throw new ForbiddenException(PeopleCapabilities.MANAGE);
        }
    }

    boolean manages(Caller caller, Posts posts) {
        return PeopleCapabilities.manages(caller, posts.main().map(Post::department));
    }

    /// @return the posts, with their duties cleaned
    Posts clean(Posts posts) {
        var input = new Input();
        var tree = departments.tree();
        var ranks = designations.list(Designation.Kind.RANK);
        var titles = designations.list(Designation.Kind.TITLE);
        posts.check(input);
        for (var post : posts.all()) {
            expect(input, tree.find(post.department()).isPresent(), "department");
            expect(input, post.rank().filter(id -> !ranks.holds(id)).isEmpty(), "rank");
            expect(input, post.title().filter(id -> !titles.holds(id)).isEmpty(), "title");
        }
        var cleaned = posts.all().stream().map(post -> clean(input, post)).toList();
        input.check();
        return new Posts(cleaned);
    }

    private static Post clean(Input input, Post post) {
        var duty = input.text("posts.duty", post.duty(), 0, LONGEST_DUTY);
        return new Post(post.department(), post.main(), post.rank(), post.title(), duty);
    }

    private static void expect(Input input, boolean known, String thing) {
        input.expect(known, "posts." + thing, "unknown", "There is no such " + thing + ".");
    }
}
