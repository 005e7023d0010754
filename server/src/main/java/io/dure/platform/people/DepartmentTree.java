package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All open departments of an organisation, parents before children, siblings in their order.
public final class DepartmentTree {
    /// Deep enough for any organisation, and bounds every walk up and down.
    public static final int DEEPEST = 20;

    /// An organisation chart that is still a page, and bounds every answer that holds the tree.
    public static final int MOST = 5_000;

    private final Map<DepartmentId, Department> byId = new HashMap<>();
    private final Map<Optional<DepartmentId>, List<Department>> children;

    DepartmentTree(List<Department> departments) {
        departments.forEach(department -> byId.put(department.id(), department));
        children =
                departments.stream()
                        .sorted(Comparator.comparingInt(Department::position))
                        .collect(Collectors.groupingBy(Department::parent));
    }

    public Optional<Department> find(DepartmentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public int size() {
        return byId.size();
    }

    public List<Department> children(Optional<DepartmentId> parent) {
        return children.getOrDefault(parent, List.of());
    }

    /// Every department, each right before those below it.
    public Stream<Department> all() {
        return below(Optional.empty());
    }

    private Stream<Department> below(Optional<DepartmentId> parent) {
        return children(parent).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), below(Optional.of(child.id()))));
    }

    /// From the top down to the department itself; empty if there is none.
    public List<Department> path(DepartmentId id) {
        var path = new ArrayList<Department>();
        var next = find(id);
        while (next.isPresent()) {
            path.addFirst(next.get());
            next = next.get().parent().flatMap(this::find);
        }
        return path;
    }

    /// As files name it: `Head office/Sales/Team 1`.
    public String pathName(DepartmentId id) {
        return path(id).stream().map(Department::name).collect(Collectors.joining("/"));
    }

    /// How many levels a department and those below it take.
    int height(DepartmentId id) {
        return 1
                + children(Optional.of(id)).stream()
                        .mapToInt(child -> height(child.id()))
                        .max()
                        .orElse(0);
    }

    /// Whether a department is the other one or lies below it.
    boolean isWithin(DepartmentId id, DepartmentId top) {
        return path(id).stream().anyMatch(department -> department.id().equals(top));
    }
}
