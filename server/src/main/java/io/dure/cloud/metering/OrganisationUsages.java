package io.dure.cloud.metering;

import io.dure.cloud.console.ConsoleCapabilities;
import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.OrganisationSearch;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What all organisations used in a month, for the operator: figures only.
@Service
public class OrganisationUsages {
    /// More than one cell has.
    private static final int MOST = 5_000;

    private static final int PAGE = 500;

    private final UsageRepository repository;
    private final Organisations organisations;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OrganisationUsages(
            UsageRepository repository,
            Organisations organisations,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.organisations = organisations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param storedBytes on the average, as far as the month is over
    public record OrganisationUsage(Organisation organisation, Used used, long storedBytes) {}

    /// The month that is now (UTC).
    public YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /// Every organisation, by short name; the first [#MOST].
    public List<OrganisationUsage> list(Caller caller, YearMonth month) {
        caller.require(ConsoleCapabilities.READ);
        var span = Span.of(month);
        var input = new Input();
        input.date("month", span.from());
        input.check();
        return SystemScope.<List<OrganisationUsage>, RuntimeException>call(
                "the operator's list of usage",
                () -> {
                    var used =
                            transaction.<Map<TenantId, Used>>execute(
                                    _ -> repository.organisations(span));
                    return all().stream()
                            .map(each -> usage(each, span, used == null ? Map.of() : used))
                            .toList();
                });
    }

    /// @return CSV of [#list]
    public String csv(Caller caller, YearMonth month) {
        return UsageCsv.ofOrganisations(list(caller, month));
    }

    private OrganisationUsage usage(
            Organisation organisation, Span span, Map<TenantId, Used> used) {
        var theirs = used.getOrDefault(organisation.id(), Used.NOTHING);
        return new OrganisationUsage(organisation, theirs, theirs.averageBytes(counted(span)));
    }

    private Duration counted(Span span) {
        return Span.passed(span.begin(), span.end(), clock.instant().truncatedTo(ChronoUnit.HOURS));
    }

    private List<Organisation> all() {
        var all = new ArrayList<Organisation>();
        var after = Optional.<String>empty();
        while (all.size() < MOST) {
            var page =
                    organisations.page(new OrganisationSearch("", Optional.empty(), after, PAGE));
            all.addAll(page);
            if (page.size() < PAGE) {
                break;
            }
            after = Optional.of(page.getLast().shortName());
        }
        return all;
    }
}
