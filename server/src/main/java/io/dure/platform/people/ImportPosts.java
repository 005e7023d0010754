package io.dure.platform.people;

import io.dure.platform.people.ImportFile.Line;
import io.dure.platform.problem.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the posts of a person from a file's line, where departments, ranks and titles go by name,
/// and writes them so.
final class ImportPosts {
    private static final String PARTS = "\\|";
    private static final String POSTS = ";";

    private final Present present;

    ImportPosts(Present present) {
        this.present = present;
    }

    /// @param before what the person fills now; stays where the file has no such column
    Posts read(Input input, Line line, Posts before) {
        var posts = new ArrayList<Post>();
        main(input, line, before).ifPresent(posts::add);
        posts.addAll(concurrent(input, line, before));
        var read = new Posts(posts);
        read.check(input);
        return read;
    }

    private Optional<Post> main(Input input, Line line, Posts before) {
        var path =
                line.cell(ImportColumn.DEPARTMENT)
                        .orElseGet(() -> before.main().map(this::path).orElse(""));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var now = before.main();
        var rank = line.cell(ImportColumn.RANK);
        var title = line.cell(ImportColumn.TITLE);
        return department(input, "department", path)
                .map(department ->
                        new Post(
                                department.id(),
                                true,
                                rank.isPresent()
                                        ? named(input, "rank", present.ranks(), rank.get())
                                        : now.flatMap(Post::rank),
                                title.isPresent()
                                        ? named(input, "title", present.titles(), title.get())
                                        : now.flatMap(Post::title),
                                line.cell(ImportColumn.DUTY)
                                        .map(text -> input.text("duty", text, 0, 200))
                                        .orElseGet(() -> now.map(Post::duty).orElse(""))));
    }

    private List<Post> concurrent(Input input, Line line, Posts before) {
        var cell = line.cell(ImportColumn.CONCURRENT_POSTS);
        if (cell.isEmpty()) {
            return before.all().stream().filter(post -> !post.main()).toList();
        }
        return Arrays.stream(cell.get().split(POSTS))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> concurrent(input, text).stream())
                .toList();
    }

    private Optional<Post> concurrent(Input input, String text) {
        var parts = text.split(PARTS, -1);
        return department(input, "concurrentPosts", part(parts, 0))
                .map(department ->
                        new Post(
                                department.id(),
                                false,
                                named(input, "concurrentPosts", present.ranks(), part(parts, 1)),
                                named(input, "concurrentPosts", present.titles(), part(parts, 2)),
                                input.text("concurrentPosts", part(parts, 3), 0, 200)));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    private Optional<Department> department(Input input, String field, String path) {
        var found = Optional.ofNullable(present.byPath().get(path));
        input.expect(
                found.isPresent(), field, "unknown-department", "There is no department " + path);
        return found;
    }

    private static Optional<UUID> named(
            Input input, String field, DesignationList list, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var found = list.byName(name);
        input.expect(found.isPresent(), field, "unknown-name", "There is no " + name);
        return found.map(Designation::id);
    }

    /// All but the main post, as the column holds them.
    String write(Posts posts) {
        return posts.all().stream()
                .filter(post -> !post.main())
                .map(post ->
                        String.join("|", path(post), rank(post), title(post), post.duty())
                                .replaceAll("\\|+$", ""))
                .collect(Collectors.joining("; "));
    }

    String path(Post post) {
        return present.tree().pathName(post.department());
    }

    String rank(Post post) {
        return name(present.ranks(), post.rank());
    }

    String title(Post post) {
        return name(present.titles(), post.title());
    }

    private static String name(DesignationList list, Optional<UUID> id) {
        return id.flatMap(list::find).map(Designation::name).orElse("");
    }
}
