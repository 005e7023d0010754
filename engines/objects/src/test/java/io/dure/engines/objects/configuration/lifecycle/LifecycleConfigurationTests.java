package io.dure.engines.objects.configuration.lifecycle;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.error.S3Error;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What S3 takes as a lifecycle, and how it refuses the rest.
class LifecycleConfigurationTests {
    private static final String EXPIRES = "<Expiration><Days>1</Days></Expiration>";
    private static final String ABORTS =
            "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>";

    static LifecycleConfiguration rules(String... insides) {
        return LifecycleConfiguration.parse(
                bytes(
                        "<LifecycleConfiguration><Rule>"
                                + String.join("</Rule><Rule>", insides)
                                + "</Rule></LifecycleConfiguration>"));
    }

    private static String rule(String filter, String actions) {
        return filter + "<Status>Enabled</Status>" + actions;
    }

    private static LifecycleConfiguration all(String actions) {
        return rules(rule("<Filter/>", actions));
    }

    @Test
    void aRuleWithoutANameGetsOne() {
        var rules = rules(rule("<Filter/>", EXPIRES), rule("<Filter/>", EXPIRES)).rules();

        assertThat(rules.getFirst().id()).isNotEqualTo(rules.getLast().id()).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Status>Enabled</Status>" + EXPIRES,
                "<Filter/>" + EXPIRES,
                "<Filter/><Status>enabled</Status>" + EXPIRES,
                "<Filter/><Prefix/><Status>Enabled</Status>" + EXPIRES,
                "<Filter/><Status>Enabled</Status><Expiration/>",
                "<Filter/><Status>Enabled</Status><Expiration><Days>1</Days><Date>2026-01-01</Date></Expiration>",
                "<Filter/><Status>Enabled</Status><Expiration><Days>1</Days><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>",
                "<Filter/><Status>Enabled</Status><Expiration><Date>20200101</Date></Expiration>",
                "<Filter/><Status>Enabled</Status><NoncurrentVersionExpiration/>",
                "<Filter/><Status>Enabled</Status><NoncurrentVersionExpiration><NewerNoncurrentVersions>1</NewerNoncurrentVersions></NoncurrentVersionExpiration>",
                "<Filter/><Status>Enabled</Status><AbortIncompleteMultipartUpload/>",
                "<Filter><Prefix>a</Prefix><ObjectSizeLessThan>1</ObjectSizeLessThan></Filter><Status>Enabled</Status>"
                        + EXPIRES,
                "<Filter><And><Prefix>a</Prefix></And></Filter><Status>Enabled</Status>" + EXPIRES,
                "<Filter><And/></Filter><Status>Enabled</Status>" + EXPIRES
            })
    void whatTheSchemaForbidsIsRefused(String inside) {
        assertRefused(S3Error.MALFORMED_XML, () -> rules(inside));
    }

    @Test
    void thereAreOneToAThousandRules() {
        var rules = new String[1001];
        java.util.Arrays.fill(rules, rule("<Filter/>", EXPIRES));

        assertRefused(S3Error.MALFORMED_XML, () -> rules(rules));
        assertRefused(
                S3Error.MALFORMED_XML,
                () -> LifecycleConfiguration.parse(bytes("<LifecycleConfiguration/>")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<Expiration><Days>0</Days></Expiration>|'Days' for Expiration action must be a positive integer",
                "<NoncurrentVersionExpiration><NoncurrentDays>-1</NoncurrentDays></NoncurrentVersionExpiration>"
                        + "|'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer",
                "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays><NewerNoncurrentVersions>0</NewerNoncurrentVersions></NoncurrentVersionExpiration>"
                        + "|'NewerNoncurrentVersions' for NoncurrentVersionExpiration action must be a positive integer",
                "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays><NewerNoncurrentVersions>101</NewerNoncurrentVersions></NoncurrentVersionExpiration>"
                        + "|'NewerNoncurrentVersions' for NoncurrentVersionExpiration action must not be greater than 100",
                "<AbortIncompleteMultipartUpload><DaysAfterInitiation>0</DaysAfterInitiation></AbortIncompleteMultipartUpload>"
                        + "|'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer",
                "<Expiration><Date>2023-01-01T02:02:00Z</Date></Expiration>|'Date' must be at midnight GMT",
                "<Expiration><Date>2023-01-01T00:00:00+09:00</Date></Expiration>|'Date' must be at midnight GMT"
            })
    void aTimeThatCannotBeIsNamed(String actions, String message) {
        assertRefused(S3Error.INVALID_ARGUMENT, message, () -> all(actions));
    }

    @Test
    void aDateMayBeOneOfAnotherZone() {
        var rules = all("<Expiration><Date>2023-01-01T09:00:00+09:00</Date></Expiration>");

        assertThat(rules.rules().getFirst().expiration())
                .contains(new Expiration.OnDate(java.time.LocalDate.of(2023, 1, 1)));
    }

    @Test
    void anIdIsShortAndUnique() {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "ID length should not exceed allowed limit of 255",
                () -> all(EXPIRES + "<ID>" + "i".repeat(256) + "</ID>"));
        var named = rule("<Filter/>", EXPIRES + "<ID>same</ID>");
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "Rule ID must be unique. Found same ID for more than one rule",
                () -> rules(named, named));
    }

    @Test
    void aRuleDoesSomething() {
        assertRefused(
                S3Error.INVALID_REQUEST,
                "At least one action needs to be specified in a rule",
                () -> all(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>",
                "<NoncurrentVersionTransition/>"
            })
    void thereIsOneStorageClass(String action) {
        assertRefused(S3Error.NOT_IMPLEMENTED, () -> all(EXPIRES + action));
    }

    @Test
    void anUploadHasNoTagsAndNoSize() {
        var tagged = "<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>";
        var sized =
                "<Filter><And><Prefix>a</Prefix><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></And></Filter>";

        assertRefused(
                S3Error.INVALID_REQUEST,
                "AbortIncompleteMultipartUpload cannot be specified with Tags.",
                () -> rules(rule(tagged, ABORTS)));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "AbortIncompleteMultipartUpload cannot be specified with Object Size.",
                () -> rules(rule(sized, ABORTS)));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "ExpiredObjectDeleteMarker cannot be specified with Tags.",
                () ->
                        rules(
                                rule(
                                        tagged,
                                        "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<Tag><Key>k</Key><Value>1</Value></Tag><Tag><Key>k</Key><Value>2</Value></Tag>|Duplicate Tag Keys are not allowed.",
                "<ObjectSizeGreaterThan>5</ObjectSizeGreaterThan><ObjectSizeLessThan>5</ObjectSizeLessThan>"
                        + "|'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.",
                "<Prefix>a</Prefix><ObjectSizeLessThan>-1</ObjectSizeLessThan>|'ObjectSizeLessThan' must be a non-negative integer"
            })
    void conditionsThatContradictAreNamed(String conditions, String message) {
        assertRefused(
                S3Error.INVALID_REQUEST,
                message,
                () -> rules(rule("<Filter><And>" + conditions + "</And></Filter>", EXPIRES)));
    }

    @Test
    void aPrefixIsNoLongerThanAKey() {
        assertRefused(
                S3Error.INVALID_REQUEST,
                "The maximum size of a prefix is 1024",
                () -> rules(rule("<Prefix>" + "p".repeat(1025) + "</Prefix>", EXPIRES)));
    }

    @Test
    void oldAndNewRulesDoNotMix() {
        var old = rule("<Prefix>a</Prefix>", EXPIRES);
        var filtered = rule("<Filter/>", EXPIRES);

        assertRefused(
                S3Error.INVALID_REQUEST,
                "Filter element can only be used in Lifecycle V2.",
                () -> rules(old, filtered));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the Filter.",
                () -> rules(filtered, old));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "NewerNoncurrentVersions element can only be used in Lifecycle V2.",
                () ->
                        rules(
                                rule(
                                        "<Prefix/>",
                                        "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays>"
                                                + "<NewerNoncurrentVersions>1</NewerNoncurrentVersions></NoncurrentVersionExpiration>")));
    }

    @Test
    void oldRulesOfOneActionStayApart() {
        assertRefused(
                S3Error.INVALID_REQUEST,
                "Found overlapping prefixes 'dir/' and 'di' for same action type 'AbortIncompleteMultipartUpload'",
                () ->
                        rules(
                                rule("<Prefix>di</Prefix>", ABORTS),
                                rule("<Prefix>e</Prefix>", ABORTS),
                                rule("<Prefix>dir/</Prefix>", ABORTS)));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "Found two rules with same prefix 'a' for same action type 'Expiration'",
                () ->
                        rules(
                                rule("<Prefix>a</Prefix>", EXPIRES),
                                rule("<Prefix>a</Prefix>", EXPIRES)));
        assertThat(
                        rules(
                                        rule("<Prefix>a</Prefix>", EXPIRES),
                                        rule("<Prefix>ab</Prefix>", ABORTS))
                                .rules())
                .hasSize(2);
    }
}
