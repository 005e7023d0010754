package io.dure.platform.audit.web;

import io.dure.platform.audit.Page;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who did what in the organisation.
@RestController
class AuditController {
    private static final int LARGEST_PAGE = 200;

    private final Trail trail;

    AuditController(Trail trail) {
        this.trail = trail;
    }

    /// @param next cursor of the next page, none on the last
    record EntryList(List<EntryView> items, @Nullable UUID next) {}

    /// The trail, the latest first.
    @GetMapping({"/api/o/{org}/audit", "/api/console/audit"})
    EntryList list(
            Caller caller,
            @ParameterObject Filters filters,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new InvalidInputException(
                    "limit",
                    "out-of-range",
                    "limit is 1 to " + LARGEST_PAGE + ", not " + limit + ".");
        }
        var items =
                trail.read(caller, filters.filter(), new Page(Optional.ofNullable(cursor), limit));
        return new EntryList(items, items.size() < limit ? null : items.getLast().id());
    }

    /// The trail as a table for spreadsheets.
    @GetMapping(
            value = {"/api/o/{org}/audit.csv", "/api/console/audit.csv"},
            produces = "text/csv")
    void export(Caller caller, @ParameterObject Filters filters, HttpServletResponse response)
            throws IOException {
        var filter = filters.filter();
        var page = trail.read(caller, filter, new Page(Optional.empty(), Page.LARGEST));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (var csv = new Csv(response.getWriter())) {
            while (!page.isEmpty()) {
                page.forEach(csv::write);
                var last = Optional.of(page.getLast().id());
                page = trail.read(caller, filter, new Page(last, Page.LARGEST));
            }
        }
    }
}
