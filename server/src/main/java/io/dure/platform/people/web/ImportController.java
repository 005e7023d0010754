package io.dure.platform.people.web;

import io.dure.platform.people.Exports;
import io.dure.platform.people.Failure;
import io.dure.platform.people.Import;
import io.dure.platform.people.Imports;
import io.dure.platform.people.LineError;
import io.dure.platform.problem.AtMost;
import io.dure.platform.tenancy.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// People in and out by files.
@RestController
@RequestMapping({"/api/o/{org}", "/api/console"})
class ImportController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final Exports exports;

    ImportController(Imports imports, Exports exports) {
        this.imports = imports;
        this.exports = exports;
    }

    /// @param errors the first thousand
    /// @param failureCode of the problem; null of early failures
    /// @param room how many more people the plan has room for, while nothing is applied yet
    /// @param done people written so far, of newPeople and changedPeople together
    record ImportView(
            UUID id,
            Import.State state,
            int lines,
            int newPeople,
            int changedPeople,
            int unchangedPeople,
            List<LineError> errors,
            int errorCount,
            @Nullable Integer room,
            int done,
            @Nullable String failure,
            @Nullable String failureCode,
            Instant enteredAt) {
        static ImportView of(Import found, @Nullable Integer room) {
            return new ImportView(
                    found.id(),
                    found.state(),
                    found.lines(),
                    found.newPeople(),
                    found.changedPeople(),
                    found.unchangedPeople(),
                    found.errors(),
                    found.errorCount(),
                    room,
                    found.done(),
                    found.failure().map(Failure::reason).orElse(null),
                    found.failure().flatMap(Failure::code).orElse(null),
                    found.enteredAt());
        }
    }

    /// Says what a CSV file of at most 10 MiB would change; changes nobody.
    @PostMapping(path = "/imports", consumes = "text/csv")
    @ResponseStatus(HttpStatus.CREATED)
    ImportView preview(Caller caller, @RequestBody @AtMost(Imports.MOST_BYTES) byte[] file) {
        return view(caller, imports.preview(caller, file));
    }

    @GetMapping("/imports/{id}")
    ImportView get(Caller caller, @PathVariable UUID id) {
        return view(caller, imports.find(caller, id));
    }

    /// Sets it going; ask again to see how far it is.
    @PostMapping("/imports/{id}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView apply(Caller caller, @PathVariable UUID id) {
        return view(caller, imports.apply(caller, id));
    }

    private ImportView view(Caller caller, Import found) {
        var previewed = found.state() == Import.State.PREVIEWED;
        return ImportView.of(found, previewed ? imports.room(caller) : null);
    }

    /// Everybody who is not deactivated, as CSV that an import reads back.
    @GetMapping(path = "/people.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(Caller caller) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=people.csv")
                .header("X-Content-Type-Options", "nosniff")
                .body(exports.csv(caller).getBytes(StandardCharsets.UTF_8));
    }
}
