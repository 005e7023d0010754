package io.dure.cloud.metering;

import io.dure.cloud.metering.UsageReport.Interval;
import io.dure.cloud.metering.UsageReport.Share;
import io.dure.cloud.metering.UsageRepository.Line;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the organisation in scope used, for whoever manages its storage.
@Service
public class Usages {
    private static final int MOST_SHARES = 1_000;
    private static final int MOST_LINES = 100_000;

    private final UsageRepository repository;
    private final InstantSource clock;

    Usages(UsageRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public UsageReport report(Caller caller, Span span, By by, Grouping grouping) {
        check(caller, span, by);
        var storedUntil = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new UsageReport(
                span,
                by,
                storedUntil,
                intervals(span, by, storedUntil),
                repository.shares(span, grouping, MOST_SHARES).stream()
                        .map(line -> new Share(line.name(), line.used()))
                        .toList());
    }

    /// The same as CSV, by intervals and names.
    ///
    /// @throws UsageTooLongException if it has too many lines
    @Transactional(readOnly = true)
    public String csv(Caller caller, Span span, By by, Grouping grouping) {
        check(caller, span, by);
        var lines = repository.lines(span, by, grouping, MOST_LINES + 1);
        if (lines.size() > MOST_LINES) {
            throw new UsageTooLongException(MOST_LINES);
        }
        return UsageCsv.ofLines(grouping, lines);
    }

    private static void check(Caller caller, Span span, By by) {
        caller.require(StorageCapabilities.MANAGE);
        var input = new Input();
        span.check(input, by);
        input.check();
    }

    /// All there are until now, those in which nothing was used as well.
    private List<Interval> intervals(Span span, By by, Instant storedUntil) {
        var used =
                repository.intervals(span, by).stream()
                        .collect(Collectors.toMap(Line::begin, Function.identity()));
        var intervals = new ArrayList<Interval>();
        var now = clock.instant();
        for (var begin = by.begin(span.begin());
                begin.isBefore(span.end()) && !begin.isAfter(now);
                begin = by.next(begin)) {
            var line = used.get(begin);
            var amount = line == null ? Used.NOTHING : line.used();
            var from = begin.isBefore(span.begin()) ? span.begin() : begin;
            var to = by.next(begin).isAfter(span.end()) ? span.end() : by.next(begin);
            intervals.add(
                    new Interval(
                            begin,
                            amount,
                            amount.averageBytes(Span.passed(from, to, storedUntil))));
        }
        return intervals;
    }
}
