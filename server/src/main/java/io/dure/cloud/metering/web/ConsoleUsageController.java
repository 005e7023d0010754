package io.dure.cloud.metering.web;

import io.dure.cloud.metering.OrganisationUsages;
import io.dure.cloud.metering.OrganisationUsages.OrganisationUsage;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What all organisations use, for the operator.
@RestController
@RequestMapping("/api/console")
class ConsoleUsageController {
    private final OrganisationUsages usages;

    ConsoleUsageController(OrganisationUsages usages) {
        this.usages = usages;
    }

    /// @param storedBytes on the average, as far as the month is over
    record TenantUsage(
            TenantId id,
            String shortName,
            String name,
            long quotaBytes,
            UsedView used,
            long storedBytes) {}

    /// @param month as 2026-11
    record TenantUsageList(String month, List<TenantUsage> items) {}

    /// The first 5000 organisations by short name; who needs more asks for each.
    ///
    /// @param month as 2026-11 (UTC); left out: the one that is now
    @GetMapping("/usage")
    TenantUsageList usage(Caller caller, @RequestParam Optional<YearMonth> month) {
        var asked = month.orElseGet(usages::thisMonth);
        return new TenantUsageList(
                asked.toString(),
                usages.list(caller, asked).stream().map(ConsoleUsageController::view).toList());
    }

    @GetMapping(path = "/usage.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(Caller caller, @RequestParam Optional<YearMonth> month) {
        var asked = month.orElseGet(usages::thisMonth);
        return CsvFile.answer("usage-" + asked + ".csv", usages.csv(caller, asked));
    }

    private static TenantUsage view(OrganisationUsage usage) {
        var organisation = usage.organisation();
        return new TenantUsage(
                organisation.id(),
                organisation.shortName(),
                organisation.name(),
                organisation.plan().storageBytes(),
                UsedView.of(usage.used()),
                usage.storedBytes());
    }
}
