package io.dure.cloud.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.cloud.storage.Accruals;
import io.dure.cloud.storage.Buckets;
import io.dure.cloud.storage.KeyRequest;
import io.dure.cloud.storage.Objects;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.cloud.storage.TestingStorage;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.engines.objects.usage.Usage;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.sync.RequestBody;

/// What organisations use, from the request to the sum.
@ServerTest
@Import(TestingStorage.class)
class MeteringModuleTests {
    private static final long GIBIBYTE = 1L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired TestingStorage storage;
    @Autowired TestingOwner database;
    @Autowired Usages usages;
    @Autowired Batches batches;
    @Autowired StoredHours storedHours;
    @Autowired Thinning thinning;
    @Autowired Accruals accruals;
    @Autowired Organisations organisations;
    @Autowired SumRepository sums;
    @Autowired Buckets buckets;
    @Autowired Objects objects;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;
    @Autowired InstantSource clock;

    private Count count(TenantId tenant, String bucket, Amounts amounts) {
        var hour = clock.millis() / 3_600_000;
        return new Count(new Cell(hour, tenant, bucket, "KEY"), amounts, true);
    }

    private UsageReport report(Caller caller, Grouping grouping) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return TenantScope.call(
                caller.tenant(),
                () ->
                        usages.report(
                                caller,
                                new Span(today.minusDays(3), today.plusDays(3)),
                                By.DAY,
                                grouping));
    }

    private Amounts total(Caller caller) {
        return report(caller, Grouping.BUCKET).intervals().stream()
                .map(interval -> interval.used().amounts())
                .reduce(Amounts.NONE, Amounts::plus);
    }

    /// A request is counted after its answer, so a moment later than its client has it.
    private Amounts totalOf(Caller caller, long requests) throws InterruptedException {
        var end = clock.instant().plus(PATIENCE);
        while (true) {
            batches.run();
            var total = total(caller);
            if (total.writes() + total.reads() + total.deletes() >= requests
                    || clock.instant().isAfter(end)) {
                return total;
            }
            Thread.sleep(10);
        }
    }

    private BigDecimal stored(Caller caller) {
        return report(caller, Grouping.BUCKET).shares().stream()
                .map(share -> share.used().byteSeconds())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aBatchIsAddedOnceHoweverOftenItComes() {
        var renter = storage.renter(GIBIBYTE);
        var batch = UuidV7.next(clock);
        var counts = List.of(count(renter.tenant(), "bucket", new Amounts(1, 2, 3, 4, 5)));

        batches.add(batch, counts);
        batches.add(batch, counts);
        batches.add(UuidV7.next(clock), counts);

        assertThat(total(renter)).isEqualTo(new Amounts(2, 4, 6, 8, 10));
    }

    @Test
    void aCrashBetweenTheCommitAndItsTraceCountsNothingTwice(@TempDir Path folder)
            throws Exception {
        var renter = storage.renter(GIBIBYTE);
        var crashing = new Meter(folder, clock, new Refusals());
        crashing.answered(
                new Usage(
                        new Namespace(renter.tenant().value()),
                        Optional.of("bucket"),
                        Optional.of("KEY"),
                        RequestClass.WRITE,
                        200,
                        Optional.empty(),
                        10,
                        0));
        crashing.turn();
        var committed = crashing.next().orElseThrow();
        batches.add(committed.id(), committed.counts());
        crashing.end();

        var started = new Meter(folder, clock, new Refusals());
        var adding = new Batches(started, accruals, organisations, sums, transaction, clock);
        adding.run();
        started.end();

        assertThat(total(renter)).isEqualTo(new Amounts(1, 0, 0, 10, 0));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClientsRequestsAreCountedByBucketAndByKey() throws Exception {
        var renter = storage.renter(GIBIBYTE);
        var key = storage.key(renter, KeyRequest.Kind.APPLICATION);
        try (var s3 = storage.client(key)) {
            s3.createBucket(b -> b.bucket("photos"));
            s3.createBucket(b -> b.bucket("films"));
            s3.putObject(b -> b.bucket("photos").key("k"), RequestBody.fromBytes(new byte[5_000]));
            s3.getObjectAsBytes(b -> b.bucket("photos").key("k"));
            s3.deleteObject(b -> b.bucket("photos").key("k"));
        }

        var total = totalOf(renter, 5);

        assertThat(total.writes()).isEqualTo(3);
        assertThat(total.reads()).isEqualTo(1);
        assertThat(total.deletes()).isEqualTo(1);
        assertThat(total.bytesIn()).isBetween(5_000L, 6_000L);
        assertThat(total.bytesOut()).isEqualTo(5_000);
        assertThat(report(renter, Grouping.BUCKET).shares())
                .extracting(UsageReport.Share::name)
                .containsExactly("films", "photos");
        assertThat(report(renter, Grouping.KEY).shares())
                .extracting(UsageReport.Share::name)
                .containsExactly(key.key().id());
    }

    @Test
    void whatPeopleDoThroughThePagesCountsToo() throws Exception {
        var renter = storage.renter(GIBIBYTE);
        TenantScope.call(renter.tenant(), () -> buckets.create(renter, "papers", Optional.empty()));
        TenantScope.call(
                renter.tenant(),
                () ->
                        objects.store(
                                renter,
                                "papers",
                                "k",
                                "text/plain",
                                300,
                                new ByteArrayInputStream(new byte[300])));
        var object =
                TenantScope.call(
                        renter.tenant(),
                        () -> objects.open(renter, "papers", "k", Optional.empty()));
        objects.read(renter, "papers", object, ByteRange.whole(300), _ -> {});

        var total = totalOf(renter, 2);

        assertThat(total).isEqualTo(new Amounts(1, 1, 0, 300, 300));
        assertThat(report(renter, Grouping.KEY).shares())
                .extracting(UsageReport.Share::name)
                .containsExactly("web");
    }

    @Test
    void bucketsThatAreMadeUpHaveNoNameInTheSums() {
        var renter = storage.renter(GIBIBYTE);
        TenantScope.call(renter.tenant(), () -> buckets.create(renter, "there", Optional.empty()));
        var hour = clock.millis() / 3_600_000;

        batches.add(
                UuidV7.next(clock),
                List.of(
                        new Count(
                                new Cell(hour, renter.tenant(), "made-up", "KEY"),
                                new Amounts(0, 1, 0, 0, 10),
                                false),
                        new Count(
                                new Cell(hour, renter.tenant(), "there", "KEY"),
                                new Amounts(0, 1, 0, 0, 20),
                                false)));

        assertThat(report(renter, Grouping.BUCKET).shares())
                .extracting(UsageReport.Share::name)
                .containsExactly("", "there");
    }

    @Test
    void anOrganisationThatIsGoneIsNotCountedAnyMore() {
        var gone = new TenantId(UUID.randomUUID());

        batches.add(UuidV7.next(clock), List.of(count(gone, "bucket", new Amounts(1, 1, 1, 1, 1))));

        assertThat(database.count("metering.request_hour", gone)).isZero();
    }

    @Test
    void organisationsNeverSeeEachOthersUsage() {
        var one = storage.renter(GIBIBYTE);
        var other = storage.renter(GIBIBYTE);
        batches.add(
                UuidV7.next(clock),
                List.of(
                        count(one.tenant(), "same", new Amounts(1, 0, 0, 10, 0)),
                        count(other.tenant(), "same", new Amounts(2, 0, 0, 20, 0))));

        assertThat(total(one)).isEqualTo(new Amounts(1, 0, 0, 10, 0));
        assertThat(total(other)).isEqualTo(new Amounts(2, 0, 0, 20, 0));
    }

    /// As if the bucket were made hours ago, its size last changed then, and nobody read it since.
    private void age(Caller renter, String bucket, Instant countedAt) {
        database.execute(
                "update storage.bucket set created_at = ?, counted_at = ? where tenant_id = ? and name = ?",
                countedAt.atOffset(ZoneOffset.UTC),
                countedAt.atOffset(ZoneOffset.UTC),
                renter.tenant().value(),
                bucket);
        database.execute(
                "delete from metering.reading where tenant_id = ?", renter.tenant().value());
    }

    private BigDecimal read(Caller renter, String query) {
        return TenantScope.<BigDecimal, RuntimeException>call(
                renter.tenant(),
                () -> transaction.execute(_ -> sql.fetchSingle(query).get(0, BigDecimal.class)));
    }

    @Test
    void bytesOverTimeAreExactAcrossChangesAndTheBucketsEnd() {
        var renter = storage.renter(GIBIBYTE);
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        try (var s3 = storage.client(renter)) {
            s3.createBucket(b -> b.bucket("films"));
            s3.putObject(b -> b.bucket("films").key("a"), RequestBody.fromBytes(new byte[1_000]));
            age(renter, "films", hour.minus(Duration.ofMinutes(150)));
            storedHours.count(hour.minus(Duration.ofHours(1)));
            s3.putObject(b -> b.bucket("films").key("b"), RequestBody.fromBytes(new byte[500]));
            storedHours.count(hour);
            storedHours.count(hour);
            assertThat(stored(renter)).isEqualByComparingTo("9000000");

            s3.deleteObject(b -> b.bucket("films").key("a"));
            s3.deleteObject(b -> b.bucket("films").key("b"));
            s3.deleteBucket(b -> b.bucket("films"));
        }
        var all = read(renter, "select byte_seconds from storage.past_bucket");
        assertThat(all).isGreaterThan(new BigDecimal("9000000"));

        storedHours.count(hour.plus(Duration.ofHours(1)));
        storedHours.count(hour.plus(Duration.ofHours(1)));
        storedHours.count(hour.plus(Duration.ofHours(2)));

        assertThat(stored(renter)).isEqualByComparingTo(all);
        assertThat(database.count("storage.past_bucket", renter.tenant())).isZero();
    }

    @Test
    void pendingPartsAreStoredToo() {
        var renter = storage.renter(GIBIBYTE);
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        try (var s3 = storage.client(renter)) {
            s3.createBucket(b -> b.bucket("films"));
            var upload = s3.createMultipartUpload(b -> b.bucket("films").key("k")).uploadId();
            s3.uploadPart(
                    b -> b.bucket("films").key("k").uploadId(upload).partNumber(1),
                    RequestBody.fromBytes(new byte[1_000]));
        }
        age(renter, "films", hour.minus(Duration.ofHours(1)));

        storedHours.count(hour);

        assertThat(stored(renter)).isEqualByComparingTo("3600000");
    }

    @Test
    void oldHoursBecomeDaysWithTheSameSums() {
        var renter = storage.renter(GIBIBYTE);
        var day = Instant.parse("2024-02-29T00:00:00Z");
        for (var hour = 0; hour < 24; hour++) {
            database.execute(
                    "insert into metering.request_hour values (?, ?, 'bucket', 'KEY', 1, 2, 3, 4, 5)",
                    renter.tenant().value(),
                    day.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC));
            database.execute(
                    "insert into metering.stored_hour values (?, ?, 'bucket', 100)",
                    renter.tenant().value(),
                    day.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC));
        }

        thinning.run();
        thinning.run();

        assertThat(database.count("metering.request_hour", renter.tenant())).isEqualTo(1);
        var date = LocalDate.of(2024, 2, 29);
        var months =
                TenantScope.call(
                        renter.tenant(),
                        () ->
                                usages.report(
                                        renter, new Span(date, date), By.MONTH, Grouping.BUCKET));
        assertThat(months.intervals())
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.used().amounts()).isEqualTo(new Amounts(24, 48, 72, 96, 120));
                    assertThat(month.used().byteSeconds()).isEqualByComparingTo("2400");
                });
    }

    @Test
    void whatWasStoredIsToldAsTheAverage() {
        var renter = storage.renter(GIBIBYTE);
        database.execute(
                "insert into metering.stored_hour select ?, h, 'bucket', 3600 * 1000 from generate_series("
                        + "timestamptz '2024-02-28 00:00Z', '2024-02-28 23:00Z', interval '1 hour') h",
                renter.tenant().value());
        var date = LocalDate.of(2024, 2, 28);

        var days =
                TenantScope.call(
                        renter.tenant(),
                        () ->
                                usages.report(
                                        renter,
                                        new Span(date, date.plusDays(1)),
                                        By.DAY,
                                        Grouping.BUCKET));

        assertThat(days.intervals())
                .extracting(UsageReport.Interval::storedBytes)
                .containsExactly(1_000L, 0L);
        assertThat(days.intervals().getFirst().used().byteHours()).isEqualTo(24_000);
    }

    @Test
    void aColleagueWhoOnlyReadsSeesNoUsage() {
        var renter = storage.renter(GIBIBYTE);
        var reader = storage.colleague(renter, StorageCapabilities.READ);

        assertThatThrownBy(() -> report(reader, Grouping.KEY))
                .isInstanceOf(ForbiddenException.class);
    }
}
