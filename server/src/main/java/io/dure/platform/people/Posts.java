package io.dure.platform.people;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.DepartmentId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All posts of one person: none, or one main post and any number of concurrent ones, each in a
/// department of its own.
public record Posts(List<Post> all) {
    /// More than any real person fills; keeps a person's row small in every list.
    public static final int MOST = 20;

    /// Fills no post.
    public static final Posts NONE = new Posts(List.of());

    public Posts {
        all = List.copyOf(all);
    }

    public Optional<Post> main() {
        return all.stream().filter(Post::main).findFirst();
    }

    public Set<DepartmentId> departments() {
        return all.stream().map(Post::department).collect(Collectors.toUnmodifiableSet());
    }

    /// Notes what breaks the rules, as errors of the field `posts`.
    void check(Input input) {
        input.expect(
                all.size() <= MOST,
                "posts",
                "too-many",
                "A person has at most " + MOST + " posts.");
        input.expect(
                all.isEmpty() || all.stream().filter(Post::main).count() == 1,
                "posts",
                "one-main",
                "Exactly one post is the main one.");
        input.expect(
                departments().size() == all.size(),
                "posts",
                "same-department-twice",
                "A person has one post in a department.");
    }

    /// These and one more; it takes the place of a post in the same department.
    Posts with(Post post) {
        var others =
                all.stream()
                        .filter(other -> !other.department().equals(post.department()))
                        .map(other -> post.main() ? other.asConcurrent() : other);
        return new Posts(Stream.concat(others, Stream.of(post)).toList());
    }

    /// These without the post in a department; where it was the main one, the first left becomes
    /// it.
    Posts without(DepartmentId department) {
        return new Posts(
                        all.stream().filter(post -> !post.department().equals(department)).toList())
                .withMain();
    }

    /// These, with the first as main post where none is.
    Posts withMain() {
        return all.isEmpty() || main().isPresent() ? this : with(all.getFirst().asMain());
    }
}
