package io.dure.cloud.metering.web;

import io.dure.cloud.metering.By;
import io.dure.cloud.metering.Grouping;
import io.dure.cloud.metering.Span;
import io.dure.cloud.metering.UsageReport;
import io.dure.cloud.metering.Usages;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What an organisation uses of its storage.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage")
class UsageController {
    /// Days that are told of where none are asked for.
    private static final int DAYS = 30;

    private final Usages usages;
    private final InstantSource clock;

    UsageController(Usages usages, InstantSource clock) {
        this.usages = usages;
        this.clock = clock;
    }

    /// @param at its begin
    /// @param storedBytes on the average
    record UsageInterval(Instant at, UsedView used, long storedBytes) {}

    /// @param name of a bucket, or the id of a key; empty: of no bucket that there was, or unsigned
    record UsageShare(String name, UsedView used) {}

    /// @param storedUntil until when what is stored is counted, to the hour
    record UsageView(
            LocalDate from,
            LocalDate to,
            By by,
            Instant storedUntil,
            List<UsageInterval> intervals,
            List<UsageShare> shares) {}

    /// Requests, bytes in and out, and bytes stored over time.
    ///
    /// @param from the first day (UTC); left out: 30 days up to the last one
    /// @param to the last day; left out: today
    /// @param by at most 31 days by hour, 400 by day, 3660 by month
    /// @param group what the shares are of
    @GetMapping("/usage")
    UsageView usage(
            Caller caller,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "DAY") By by,
            @RequestParam(defaultValue = "BUCKET") Grouping group) {
        return view(usages.report(caller, span(from, to), by, group));
    }

    /// The same as CSV, a line for each interval and bucket, or key; at most 100000.
    @GetMapping(path = "/usage.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(
            Caller caller,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "DAY") By by,
            @RequestParam(defaultValue = "BUCKET") Grouping group) {
        return CsvFile.answer("usage.csv", usages.csv(caller, span(from, to), by, group));
    }

    private Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        return new Span(from == null ? first(last) : from, last);
    }

    private static LocalDate first(LocalDate last) {
        return last.toEpochDay() < LocalDate.MIN.toEpochDay() + DAYS
                ? last
                : last.minusDays(DAYS - 1L);
    }

    private static UsageView view(UsageReport report) {
        return new UsageView(
                report.span().from(),
                report.span().to(),
                report.by(),
                report.storedUntil(),
                report.intervals().stream()
                        .map(each ->
                                new UsageInterval(
                                        each.begin(), UsedView.of(each.used()), each.storedBytes()))
                        .toList(),
                report.shares().stream()
                        .map(each -> new UsageShare(each.name(), UsedView.of(each.used())))
                        .toList());
    }
}
