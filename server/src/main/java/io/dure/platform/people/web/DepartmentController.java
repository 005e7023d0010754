package io.dure.platform.people.web;

import io.dure.platform.people.Department;
import io.dure.platform.people.Departments;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The tree of departments: the org chart reads all of it at once.
@RestController
@RequestMapping({"/api/o/{org}/departments", "/api/console/departments"})
class DepartmentController {
    private final Departments departments;

    DepartmentController(Departments departments) {
        this.departments = departments;
    }

    record NewDepartment(String name, @Nullable DepartmentId parent) {}

    record DepartmentChange(String name, @Nullable PersonId head) {}

    /// @param position among the new siblings, from 0
    record DepartmentMove(@Nullable DepartmentId parent, int position) {}

    record HeadView(PersonId id, String name) {}

    /// @param people how many have a post in it, those below not counted
    record DepartmentView(
            DepartmentId id,
            @Nullable DepartmentId parent,
            String name,
            int position,
            @Nullable HeadView head,
            int people,
            long version) {}

    /// Every department comes right before those below it.
    record DepartmentList(List<DepartmentView> items) {}

    @GetMapping
    DepartmentList list(Caller caller) {
        return new DepartmentList(
                departments.tree(caller).all().map(DepartmentController::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DepartmentView create(Caller caller, @RequestBody NewDepartment body) {
        return view(departments.create(caller, body.name(), Optional.ofNullable(body.parent())));
    }

    @PutMapping("/{id}")
    ResponseEntity<DepartmentView> edit(
            Caller caller,
            @PathVariable DepartmentId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DepartmentChange body) {
        var edited =
                departments.edit(
                        caller,
                        id,
                        Version.of(ifMatch),
                        body.name(),
                        Optional.ofNullable(body.head()));
        return ResponseEntity.ok().eTag(Version.etag(edited.version())).body(view(edited));
    }

    @PostMapping("/{id}/move")
    DepartmentView move(
            Caller caller, @PathVariable DepartmentId id, @RequestBody DepartmentMove body) {
        return view(
                departments.move(caller, id, Optional.ofNullable(body.parent()), body.position()));
    }

    /// Closes it; only one without people or departments below it can be.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller, @PathVariable DepartmentId id) {
        departments.close(caller, id);
    }

    private static DepartmentView view(Department department) {
        return new DepartmentView(
                department.id(),
                department.parent().orElse(null),
                department.name(),
                department.position(),
                department.head().map(head -> new HeadView(head.id(), head.name())).orElse(null),
                department.people(),
                department.version());
    }
}
