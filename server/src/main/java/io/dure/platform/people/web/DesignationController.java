package io.dure.platform.people.web;

import io.dure.platform.people.Designation.Kind;
import io.dure.platform.people.DesignationList;
import io.dure.platform.people.Designations;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Ranks and titles, each list read and written as a whole, the highest first.
@RestController
class DesignationController {
    private final Designations designations;

    DesignationController(Designations designations) {
        this.designations = designations;
    }

    record DesignationView(UUID id, String name) {}

    record DesignationListView(List<DesignationView> items, long version) {}

    /// @param id left out for a new one
    record DesignationEntry(@Nullable UUID id, String name) {}

    record DesignationListChange(List<DesignationEntry> items) {
        DesignationListChange {
            items = List.copyOf(items);
        }
    }

    @GetMapping({"/api/o/{org}/ranks", "/api/console/ranks"})
    ResponseEntity<DesignationListView> ranks(Caller caller) {
        return answer(designations.list(caller, Kind.RANK));
    }

    @PutMapping({"/api/o/{org}/ranks", "/api/console/ranks"})
    ResponseEntity<DesignationListView> changeRanks(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DesignationListChange body) {
        return answer(designations.replace(caller, Kind.RANK, Version.of(ifMatch), entries(body)));
    }

    @GetMapping({"/api/o/{org}/titles", "/api/console/titles"})
    ResponseEntity<DesignationListView> titles(Caller caller) {
        return answer(designations.list(caller, Kind.TITLE));
    }

    @PutMapping({"/api/o/{org}/titles", "/api/console/titles"})
    ResponseEntity<DesignationListView> changeTitles(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DesignationListChange body) {
        return answer(designations.replace(caller, Kind.TITLE, Version.of(ifMatch), entries(body)));
    }

    private static List<Designations.Entry> entries(DesignationListChange change) {
        return change.items().stream()
                .map(entry -> new Designations.Entry(entry.id(), entry.name()))
                .toList();
    }

    private static ResponseEntity<DesignationListView> answer(DesignationList list) {
        var items =
                list.items().stream()
                        .map(item -> new DesignationView(item.id(), item.name()))
                        .toList();
        return ResponseEntity.ok()
                .eTag(Version.etag(list.version()))
                .body(new DesignationListView(items, list.version()));
    }
}
