package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Brings dated changes about, in the caller's transaction.
@Component
class ChangeApplication {
    private final PersonRepository people;
    private final PostRepository posts;
    private final DepartmentRepository tree;
    private final Departments departments;
    private final PostRules rules;

    ChangeApplication(
            PersonRepository people,
            PostRepository posts,
            DepartmentRepository tree,
            Departments departments,
            PostRules rules) {
        this.people = people;
        this.posts = posts;
        this.tree = tree;
        this.departments = departments;
        this.rules = rules;
    }

    /// Lets nobody else change what a change is judged by until the transaction ends: the person,
    /// or the tree.
    void lock(Change change) {
        switch (change) {
            case Change.Transfer(var person, _) -> people.lock(person);
            case Change.Reorganisation _ -> tree.lockTree();
        }
    }

    /// Applies what is locked.
    ///
    /// @return the posts that a transfer replaced
    Optional<Posts> apply(Change change) {
        return switch (change) {
            case Change.Transfer(var person, var posted) -> Optional.of(transfer(person, posted));
            case Change.Reorganisation(var steps) -> {
                steps.forEach(this::apply);
                yield Optional.empty();
            }
        };
    }

    private Posts transfer(PersonId person, PostChange change) {
        var before = posts.of(person);
        posts.replace(Map.of(person, rules.clean(change.apply(before))));
        people.touch(person);
        return before;
    }

    private void apply(Step step) {
        switch (step) {
            case Step.Open(var id, var name, var parent) -> departments.create(id, name, parent);
            case Step.Move(var id, var parent, var position) ->
                    departments.move(id, parent, position);
            case Step.Rename(var id, var name) -> departments.rename(id, name);
            case Step.Close(var id) -> departments.close(id);
            case Step.MovePeople move -> apply(move);
        }
    }

    private void apply(Step.MovePeople move) {
        departments.known(tree.tree(), move.from());
        departments.known(tree.tree(), move.to());
        var chosen =
                move.people().isEmpty() ? posts.inDepartment(move.from()).keySet() : move.people();
        people.lock(chosen);
        var moved = new HashMap<PersonId, Posts>();
        posts.inDepartment(move.from())
                .forEach((person, before) -> {
                    if (chosen.contains(person)) {
                        moved.put(person, moved(before, move.from(), move.to()));
                    }
                });
        posts.replace(moved);
        moved.keySet().forEach(people::touch);
    }

    /// Whoever has a post in both keeps the one that is there already.
    private static Posts moved(Posts before, DepartmentId from, DepartmentId to) {
        if (before.departments().contains(to)) {
            return before.without(from);
        }
        return new Posts(
                before.all().stream()
                        .map(post -> post.department().equals(from) ? post.in(to) : post)
                        .toList());
    }
}
