package io.dure.platform.authority;

import io.dure.platform.people.PeopleRule;
import io.dure.platform.people.Person;
import io.dure.platform.people.Placement;
import io.dure.platform.people.Placements;
import io.dure.platform.people.Post;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The limits of authority, where people change: a post can carry roles, and owners can leave.
@Component
class PeopleLimits implements PeopleRule {
    private final Holdings holdings;
    private final Limits limits;
    private final GrantRepository grants;
    private final Placements placements;

    PeopleLimits(Holdings holdings, Limits limits, GrantRepository grants, Placements placements) {
        this.holdings = holdings;
        this.limits = limits;
        this.grants = grants;
        this.placements = placements;
    }

    @Override
    public void beforeDeactivation(Caller caller, PersonId person) {
        limits.requireOwnerBeside(person);
        limits.requireCovers(caller, holdings.of(person));
    }

    @Override
    public void beforeReactivation(Caller caller, PersonId person) {
        var granted =
                holdings.of(person).stream().filter(each -> each.grant().isPresent()).toList();
        requireMayGive(caller, granted);
    }

    @Override
    public void beforeAddresses(Caller caller, Set<PersonId> people) {
        limits.requireCovers(caller, holdings.ofAny(people));
    }

    @Override
    public void beforePosts(Caller caller, Set<Post> gained) {
        var carried =
                gained.isEmpty() ? Set.<GrantRepository.Granted>of() : Set.copyOf(grants.toPosts());
        if (carried.isEmpty()) {
            return;
        }
        var standing = standing(gained);
        var taken =
                carried.stream().filter(each -> each.grant().subject().takesIn(standing)).toList();
        var scopes = taken.stream().flatMap(each -> each.grant().scope().stream()).toList();
        var below = placements.below(scopes);
        requireMayGive(caller, taken.stream().flatMap(each -> holdings.of(each, below)).toList());
    }

    /// A role narrowed to a department reaches whatever comes to stand below it.
    @Override
    public void beforeMove(Caller caller, DepartmentId moved, Set<DepartmentId> parents) {
        var above = new HashSet<>(placements.above(parents));
        above.removeAll(placements.above(Set.of(moved)));
        if (above.isEmpty()) {
            return;
        }
        var below = placements.below(Stream.concat(above.stream(), Stream.of(moved)).toList());
        var comes = below.getOrDefault(moved, Set.of());
        var afterwards = new HashMap<DepartmentId, Set<DepartmentId>>();
        above.forEach(
                each -> afterwards.put(each, union(below.getOrDefault(each, Set.of()), comes)));
        requireMayGive(
                caller,
                grants.narrowedTo(above).stream()
                        .flatMap(each -> holdings.of(each, afterwards))
                        .toList());
    }

    /// A place that carries a role gives it as a grant does, and needs the same proof.
    private void requireMayGive(Caller caller, List<Holding> carried) {
        limits.requireCovers(caller, carried);
        if (!carried.isEmpty()) {
            caller.requireFreshProof();
        }
    }

    /// Where somebody with all of these posts would stand.
    private Placement standing(Set<Post> posts) {
        var departments = posts.stream().map(Post::department).collect(Collectors.toSet());
        return new Placement(
                Person.Kind.MEMBER,
                Person.State.ACTIVE,
                each(posts, Post::rank),
                each(posts, Post::title),
                departments,
                placements.above(departments),
                Map.<DepartmentId, Set<DepartmentId>>of());
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static Set<UUID> each(Set<Post> posts, Function<Post, Optional<UUID>> part) {
        return posts.stream()
                .flatMap(post -> part.apply(post).stream())
                .collect(Collectors.toSet());
    }
}
