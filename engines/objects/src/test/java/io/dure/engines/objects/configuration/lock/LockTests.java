package io.dure.engines.objects.configuration.lock;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.error.S3Error;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockTests {
    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final String ENABLED = "<ObjectLockEnabled>Enabled</ObjectLockEnabled>";

    private static ObjectLockConfiguration configuration(String inside) {
        return ObjectLockConfiguration.parse(
                bytes("<ObjectLockConfiguration>" + inside + "</ObjectLockConfiguration>"));
    }

    private static String rule(String inside) {
        return ENABLED + "<Rule><DefaultRetention>" + inside + "</DefaultRetention></Rule>";
    }

    @Test
    void aLockNeedNotHaveADefault() {
        assertThat(configuration(ENABLED).retention()).isEmpty();
    }

    @Test
    void aDefaultIsCountedInDaysOrYears() {
        var days = configuration(rule("<Mode>GOVERNANCE</Mode><Days>1</Days>")).retention();
        var years = configuration(rule("<Mode>COMPLIANCE</Mode><Years>1</Years>")).retention();

        assertThat(days.map(retention -> retention.from(NOW)))
                .contains(
                        new Retention(
                                RetentionMode.GOVERNANCE, Instant.parse("2024-03-01T12:00:00Z")));
        assertThat(years.map(retention -> retention.from(NOW)))
                .contains(
                        new Retention(
                                RetentionMode.COMPLIANCE, Instant.parse("2025-02-28T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule>",
                "<ObjectLockEnabled>Disabled</ObjectLockEnabled>",
                ENABLED + "<Rule/>",
                ENABLED + "<Rule><DefaultRetention/></Rule>",
                ENABLED
                        + "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode></DefaultRetention></Rule>",
                ENABLED
                        + "<Rule><DefaultRetention><Mode>governance</Mode><Days>1</Days></DefaultRetention></Rule>",
                ENABLED
                        + "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days><Years>1</Years></DefaultRetention></Rule>"
            })
    void whatTheSchemaForbidsIsRefused(String inside) {
        assertRefused(S3Error.MALFORMED_XML, () -> configuration(inside));
    }

    @ParameterizedTest
    @CsvSource({
        "<Days>0</Days>,Default retention period must be a positive integer value.",
        "<Years>-1</Years>,Default retention period must be a positive integer value.",
        "<Days>36501</Days>,Default retention period too large.",
        "<Years>101</Years>,Default retention period too large."
    })
    void aDefaultHasItsBounds(String period, String message) {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                message,
                () -> configuration(rule("<Mode>GOVERNANCE</Mode>" + period)));
    }

    private static Optional<Retention> retention(String inside) {
        return Retention.parse(bytes("<Retention>" + inside + "</Retention>"), NOW);
    }

    @Test
    void aRetentionLiesAhead() {
        assertThat(
                        retention(
                                "<Mode>GOVERNANCE</Mode><RetainUntilDate>2024-03-01T00:00:00.000Z</RetainUntilDate>"))
                .contains(
                        new Retention(
                                RetentionMode.GOVERNANCE, Instant.parse("2024-03-01T00:00:00Z")));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "The retain until date must be in the future!",
                () ->
                        retention(
                                "<Mode>GOVERNANCE</Mode><RetainUntilDate>2024-02-29T12:00:00Z</RetainUntilDate>"));
    }

    @Test
    void anEmptyRetentionTakesItAway() {
        assertThat(retention("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Mode>GOVERNANCE</Mode>",
                "<RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate>",
                "<Mode>abc</Mode><RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate>",
                "<Mode>GOVERNANCE</Mode><RetainUntilDate>tomorrow</RetainUntilDate>",
                "<Mode>GOVERNANCE</Mode><RetainUntilDate>+10000-01-01T00:00:00Z</RetainUntilDate>"
            })
    void aRetentionHasAModeAndADate(String inside) {
        assertRefused(S3Error.MALFORMED_XML, () -> retention(inside));
    }

    @Test
    void headersSayTheSame() {
        var until = Optional.of("2024-03-01T00:00:00Z");

        assertThat(Retention.ofHeaders(Optional.empty(), Optional.empty(), NOW)).isEmpty();
        assertThat(Retention.ofHeaders(Optional.of("COMPLIANCE"), until, NOW))
                .contains(
                        new Retention(
                                RetentionMode.COMPLIANCE, Instant.parse("2024-03-01T00:00:00Z")));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
                () -> Retention.ofHeaders(Optional.empty(), until, NOW));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Unknown wormMode directive.",
                () -> Retention.ofHeaders(Optional.of("BAD-VALUE"), until, NOW));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "The retain until date must be in the future!",
                () ->
                        Retention.ofHeaders(
                                Optional.of("GOVERNANCE"), Optional.of("2024-01-01"), NOW));
    }

    @Test
    void aLegalHoldIsOnOrOff() {
        assertThat(LegalHold.ofHeader("OFF")).isEqualTo(LegalHold.OFF);
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Legal Hold must be either of 'ON' or 'OFF'",
                () -> LegalHold.ofHeader("on"));
        assertRefused(
                S3Error.MALFORMED_XML,
                () -> LegalHold.parse(bytes("<LegalHold><Status>abc</Status></LegalHold>")));
        assertRefused(S3Error.MALFORMED_XML, () -> LegalHold.parse(bytes("<LegalHold/>")));
    }
}
