package io.dure.platform.people.web;

import io.dure.platform.people.Group;
import io.dure.platform.people.GroupMember;
import io.dure.platform.people.Groups;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Groups and their members.
@RestController
@RequestMapping({"/api/o/{org}/groups", "/api/console/groups"})
class GroupController {
    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    record GroupForm(String name, @Nullable String description) {}

    record GroupList(List<Group> items) {}

    record GroupMemberPage(List<GroupMember> items, @Nullable String next) {}

    @GetMapping
    GroupList list(Caller caller) {
        return new GroupList(groups.list(caller));
    }

    @PostMapping
    ResponseEntity<Group> create(Caller caller, @RequestBody GroupForm body) {
        return answer(HttpStatus.CREATED, groups.create(caller, body.name(), body.description()));
    }

    @PutMapping("/{id}")
    ResponseEntity<Group> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody GroupForm body) {
        var version = Version.of(ifMatch);
        return answer(
                HttpStatus.OK, groups.edit(caller, id, version, body.name(), body.description()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        groups.delete(caller, id);
    }

    @GetMapping("/{id}/members")
    GroupMemberPage members(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable PersonId cursor) {
        var page = groups.members(caller, id, Optional.ofNullable(cursor));
        var next = page.size() < Groups.PAGE ? null : page.getLast().id().toString();
        return new GroupMemberPage(page, next);
    }

    @PutMapping("/{id}/members/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Caller caller, @PathVariable UUID id, @PathVariable PersonId person) {
        groups.add(caller, id, person);
    }

    @DeleteMapping("/{id}/members/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id, @PathVariable PersonId person) {
        groups.remove(caller, id, person);
    }

    private static ResponseEntity<Group> answer(HttpStatus status, Group group) {
        return ResponseEntity.status(status).eTag(Version.etag(group.version())).body(group);
    }
}
