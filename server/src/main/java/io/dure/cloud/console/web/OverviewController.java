package io.dure.cloud.console.web;

import io.dure.cloud.console.Growth;
import io.dure.cloud.console.LoggedError;
import io.dure.cloud.console.Machine;
import io.dure.cloud.console.Overview;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page that an operator looks at every morning.
@RestController
class OverviewController {
    private final Overview overview;

    OverviewController(Overview overview) {
        this.overview = overview;
    }

    record OrganisationCounts(int trial, int active, int suspended, int closing, int closed) {}

    /// @param people and bytes that all organisations use together
    record UsedByAll(long people, long storageBytes) {}

    /// What all organisations used on a day (UTC).
    record GrowthDay(LocalDate day, long people, long storageBytes) {}

    record OverviewAnswer(
            OrganisationCounts organisations,
            UsedByAll used,
            List<GrowthDay> growth,
            Machine machine,
            List<LoggedError> errors) {}

    @GetMapping("/api/console/overview")
    OverviewAnswer overview(Caller caller) {
        return new OverviewAnswer(
                counts(overview.organisations(caller)),
                used(overview.figures(caller)),
                growth(overview.growth(caller)),
                overview.machine(caller),
                overview.errors(caller));
    }

    private static OrganisationCounts counts(Map<State, Integer> states) {
        return new OrganisationCounts(
                states.getOrDefault(State.TRIAL, 0),
                states.getOrDefault(State.ACTIVE, 0),
                states.getOrDefault(State.SUSPENDED, 0),
                states.getOrDefault(State.CLOSING, 0),
                states.getOrDefault(State.CLOSED, 0));
    }

    private static UsedByAll used(Map<String, Map<TenantId, Long>> figures) {
        return new UsedByAll(sum(figures, "people"), sum(figures, "storageBytes"));
    }

    private static long sum(Map<String, Map<TenantId, Long>> figures, String name) {
        return figures.getOrDefault(name, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<GrowthDay> growth(List<Growth> samples) {
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        samples.forEach(sample ->
                days.computeIfAbsent(sample.day(), _ -> new TreeMap<>())
                        .put(sample.figure(), sample.amount()));
        return days.entrySet().stream()
                .map(day ->
                        new GrowthDay(
                                day.getKey(),
                                day.getValue().getOrDefault("people", 0L),
                                day.getValue().getOrDefault("storageBytes", 0L)))
                .toList();
    }
}
