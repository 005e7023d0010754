package io.dure.cloud.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Usage, as pages and spreadsheets get it.
@ServerTest
class UsageOverHttpTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;

    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisationThatUsedSomething() {
        dure = signUps.open();
        database.execute(
                "insert into metering.request_hour values (?, '2025-03-01 10:00Z', 'films', 'KEY', 1, 2, 3, 4, 5)",
                dure.id().value());
        database.execute(
                "insert into metering.stored_hour values (?, '2025-03-01 10:00Z', 'films', 7200)",
                dure.id().value());
    }

    private String usage(String query) {
        return dure.path("/storage/usage") + query;
    }

    @Test
    void itIsToldByIntervalsAndShares() {
        var answer =
                dure.browser().get(usage("?from=2025-03-01&to=2025-03-01&by=HOUR&group=BUCKET"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("intervals").size()).isEqualTo(24);
        var ten = answer.json().path("intervals").path(10);
        assertThat(ten.path("at").asString()).isEqualTo("2025-03-01T10:00:00Z");
        assertThat(ten.path("used").path("reads").asLong()).isEqualTo(2);
        assertThat(ten.path("storedBytes").asLong()).isEqualTo(2);
        assertThat(answer.json().path("shares").path(0).path("name").asString()).isEqualTo("films");
    }

    @Test
    void withoutAWordItIsTheLastThirtyDays() {
        var answer = dure.browser().get(usage(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("intervals").size()).isEqualTo(30);
    }

    @Test
    void whatIsTooLongOrBackwardsIsRefused() {
        for (var query :
                new String[] {
                    "?from=2025-01-01&to=2025-02-01&by=HOUR",
                    "?from=2024-01-01&to=2025-02-05&by=DAY",
                    "?from=2000-01-01&to=2025-02-01&by=MONTH",
                    "?from=2025-02-01&to=2025-01-01",
                    "?from=1200-02-01&to=1200-02-01"
                }) {
            assertThat(dure.browser().get(usage(query)).problem())
                    .as(query)
                    .isEqualTo("invalid-input");
        }
        assertThat(dure.browser().get(usage("?from=2025-01-01&to=2025-01-31&by=HOUR")).status())
                .isEqualTo(200);
    }

    @Test
    void aFileHasALineForEachIntervalAndName() {
        var answer =
                dure.browser()
                        .get(
                                dure.path("/storage/usage.csv")
                                        + "?from=2025-03-01&to=2025-03-31&by=DAY");

        assertThat(answer.raw().headers().firstValue("Content-Type"))
                .contains("text/csv;charset=UTF-8");
        assertThat(answer.raw().body().split("\r\n"))
                .containsExactly(
                        "\uFEFFbegin,bucket,writes,reads,deletes,bytes_in,bytes_out,byte_hours",
                        "2025-03-01T00:00:00Z,films,1,2,3,4,5,2");
    }

    @Test
    void membersSeeNeitherPageNorFile() {
        var member = dure.member("lee").browser();

        assertThat(member.get(usage("")).status()).isEqualTo(403);
        assertThat(member.get(dure.path("/storage/usage.csv")).status()).isEqualTo(403);
    }

    @Test
    void theOperatorSeesEveryOrganisationsMonth() {
        var operator = signUps.operator(BuiltInRole.ADMINISTRATOR);

        var answer = operator.get("/api/console/usage?month=2025-03");

        assertThat(answer.json().path("month").asString()).isEqualTo("2025-03");
        assertThat(answer.json().path("items"))
                .filteredOn(item -> item.path("shortName").asString().equals(dure.shortName()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("used").path("writes").asLong()).isEqualTo(1);
                    assertThat(item.path("used").path("byteHours").asLong()).isEqualTo(2);
                });
        assertThat(operator.get("/api/console/usage?month=2025-13").status()).isEqualTo(400);
    }

    @Test
    void aNameInTheOperatorsFileIsNoFormula() {
        database.execute(
                "update tenancy.organisation set name = '=1+1' where tenant_id = ?",
                dure.id().value());

        var answer =
                signUps.operator(BuiltInRole.OWNER).get("/api/console/usage.csv?month=2025-03");

        assertThat(answer.raw().body())
                .contains("\r\n" + dure.shortName() + ",'=1+1,1,2,3,4,5,2\r\n");
    }
}
