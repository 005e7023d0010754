package io.dure.cloud.demo;

import io.dure.platform.people.Department;
import io.dure.platform.people.Departments;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The departments of one demonstration, by their names.
final class DemoChart {
    private final Departments departments;
    private final Caller caller;
    private final Map<String, Department> opened = new HashMap<>();

    DemoChart(Departments departments, Caller caller) {
        this.departments = departments;
        this.caller = caller;
    }

    void open(Unit unit, Optional<DepartmentId> parent) {
        var department = departments.create(caller, unit.name(), parent);
        opened.put(unit.name(), department);
        unit.below().forEach(child -> open(child, Optional.of(department.id())));
    }

    Department department(String name) {
        return Objects.requireNonNull(opened.get(name), name);
    }
}
