package io.dure.cloud.metering;

import io.dure.cloud.storage.Accruals;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Adds what was counted to the hourly sums, batch by batch, each once.
@Service
class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final Meter meter;
    private final Accruals storage;
    private final Organisations organisations;
    private final SumRepository sums;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Batches(
            Meter meter,
            Accruals storage,
            Organisations organisations,
            SumRepository sums,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.meter = meter;
        this.storage = storage;
        this.organisations = organisations;
        this.sums = sums;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Nothing new is handed on while what waits cannot be added. Synchronised, for a test or the
    /// end may come between the schedule's.
    @Scheduled(fixedDelayString = "${dure.metering.every:PT5S}")
    synchronized void run() {
        addWaiting();
        meter.turn();
        addWaiting();
    }

    private void addWaiting() {
        for (var tally = meter.next(); tally.isPresent(); tally = meter.next()) {
            add(tally.get().id(), tally.get().counts());
            meter.added(tally.get());
        }
    }

    @PreDestroy
    void end() {
        try {
            run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("usage.left-for-the-next-start", e);
        }
    }

    /// @param batch the counts' own id
    void add(UUID batch, List<Count> counts) {
        var named = named(counts);
        if (named.isEmpty()) {
            return;
        }
        SystemScope.run(
                "usage of every organisation",
                () ->
                        transaction.executeWithoutResult(_ -> {
                            if (sums.enter(batch, clock.instant())) {
                                sums.add(named);
                            }
                        }));
    }

    /// Without the organisations that are gone, and without names that no bucket has.
    private Map<Cell, Amounts> named(List<Count> counts) {
        var byTenant =
                counts.stream().collect(Collectors.groupingBy(count -> count.cell().tenant()));
        byTenant.keySet().removeIf(tenant -> !isThere(tenant));
        var invented = new HashSet<Cell>();
        byTenant.forEach((tenant, theirs) -> invented.addAll(invented(tenant, theirs)));
        return byTenant.values().stream()
                .flatMap(List::stream)
                .filter(count -> !count.amounts().isNothing())
                .collect(
                        Collectors.toMap(
                                count -> named(count.cell(), invented),
                                Count::amounts,
                                Amounts::plus));
    }

    private static Cell named(Cell cell, Set<Cell> invented) {
        return invented.contains(cell)
                ? new Cell(cell.hour(), cell.tenant(), "", cell.accessKey())
                : cell;
    }

    private boolean isThere(TenantId tenant) {
        return SystemScope.call(
                "whose usage is counted", () -> organisations.byId(tenant).isPresent());
    }

    private List<Cell> invented(TenantId tenant, List<Count> counts) {
        var known =
                counts.stream()
                        .filter(Count::isKnown)
                        .map(count -> count.cell().bucket())
                        .collect(Collectors.toSet());
        known.add("");
        var doubtful =
                counts.stream()
                        .map(Count::cell)
                        .filter(cell -> !known.contains(cell.bucket()))
                        .toList();
        if (doubtful.isEmpty()) {
            return List.of();
        }
        var names = doubtful.stream().map(Cell::bucket).collect(Collectors.toSet());
        var there = TenantScope.call(tenant, () -> storage.bucketsAmong(names));
        return doubtful.stream().filter(cell -> !there.contains(cell.bucket())).toList();
    }
}
