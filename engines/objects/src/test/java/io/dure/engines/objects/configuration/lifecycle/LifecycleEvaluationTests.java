package io.dure.engines.objects.configuration.lifecycle;

import static io.dure.engines.objects.configuration.lifecycle.LifecycleConfigurationTests.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.configuration.lifecycle.Due.Action;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ends, and when.
class LifecycleEvaluationTests {
    private static final Instant CREATED = Instant.parse("2026-01-15T10:30:00Z");

    private static String rule(String id, String filter, String actions) {
        return "<ID>" + id + "</ID>" + filter + "<Status>Enabled</Status>" + actions;
    }

    private static String days(int days) {
        return "<Expiration><Days>" + days + "</Days></Expiration>";
    }

    private static VersionState.Current object(String key, long size, String tags) {
        return new VersionState.Current(key, size, ObjectTags.parseHeader(tags), CREATED);
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T10:30:00Z,3,2026-01-19",
        "2026-01-15T23:59:59.999Z,1,2026-01-17",
        "2026-01-15T00:00:00Z,1,2026-01-17",
        "2024-02-28T12:00:00Z,1,2024-03-01"
    })
    void daysAreRoundedUpToTheNextMidnight(Instant created, int days, String end) {
        var rules = rules(rule("r", "<Filter/>", days(days)));
        var object = new VersionState.Current("k", 1, ObjectTags.NONE, created);

        assertThat(rules.next(object)).contains(new Due(Action.EXPIRE_CURRENT, day(end), "r"));
        assertThat(rules.due(object, day(end).minusMillis(1))).isEmpty();
        assertThat(rules.due(object, day(end))).isPresent();
    }

    @Test
    void aDateEndsEverythingFromThenOn() {
        var rules =
                rules(rule("r", "<Filter/>", "<Expiration><Date>2026-01-10</Date></Expiration>"));

        assertThat(rules.due(object("k", 1, ""), CREATED))
                .contains(new Due(Action.EXPIRE_CURRENT, day("2026-01-10"), "r"));
    }

    @Test
    void theEarliestEndCounts() {
        var rules =
                rules(
                        rule("late", "<Filter><Prefix>a/</Prefix></Filter>", days(9)),
                        rule("soon", "<Filter/>", days(3)));

        assertThat(rules.next(object("a/k", 1, "")).map(Due::ruleId)).contains("soon");
    }

    @Test
    void aDisabledRuleDoesNothing() {
        var rules = rules("<ID>r</ID><Filter/><Status>Disabled</Status>" + days(1));

        assertThat(rules.next(object("k", 1, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<Prefix>a/</Prefix>,a/k,5,'',true",
        "<Prefix>a/</Prefix>,b/k,5,'',false",
        "<Tag><Key>t</Key><Value>1</Value></Tag>,k,5,t=1&u=2,true",
        "<Tag><Key>t</Key><Value>1</Value></Tag>,k,5,t=2,false",
        "<Tag><Key>t</Key><Value>1</Value></Tag>,k,5,'',false",
        "<ObjectSizeGreaterThan>5</ObjectSizeGreaterThan>,k,6,'',true",
        "<ObjectSizeGreaterThan>5</ObjectSizeGreaterThan>,k,5,'',false",
        "<ObjectSizeLessThan>5</ObjectSizeLessThan>,k,4,'',true",
        "<ObjectSizeLessThan>5</ObjectSizeLessThan>,k,5,'',false",
        "<And><Prefix>a</Prefix><Tag><Key>t</Key><Value>1</Value></Tag></And>,ab,5,t=1,true",
        "<And><Prefix>a</Prefix><Tag><Key>t</Key><Value>1</Value></Tag></And>,ab,5,'',false",
        "<And><Prefix>a</Prefix><Tag><Key>t</Key><Value>1</Value></Tag></And>,b,5,t=1,false",
        "<And><Prefix>a</Prefix><ObjectSizeLessThan>6</ObjectSizeLessThan></And>,a,5,'',true",
        "<And><Prefix>a</Prefix><ObjectSizeLessThan>6</ObjectSizeLessThan></And>,a,6,'',false"
    })
    void aFilterPicks(String filter, String key, long size, String tags, boolean isPicked) {
        var rules = rules(rule("r", "<Filter>" + filter + "</Filter>", days(1)));

        assertThat(rules.next(object(key, size, tags)).isPresent()).isEqualTo(isPicked);
    }

    private static VersionState.Noncurrent noncurrent(int newer) {
        return new VersionState.Noncurrent("k", 1, ObjectTags.NONE, CREATED, newer);
    }

    @Test
    void aVersionIsDeletedDaysAfterItWasReplaced() {
        var rules =
                rules(
                        rule(
                                "r",
                                "<Filter/>",
                                "<NoncurrentVersionExpiration><NoncurrentDays>3</NoncurrentDays></NoncurrentVersionExpiration>"));

        assertThat(rules.next(noncurrent(0)))
                .contains(new Due(Action.DELETE_NONCURRENT, day("2026-01-19"), "r"));
        assertThat(rules.next(object("k", 1, ""))).isEmpty();
    }

    @Test
    void aFewVersionsStayWhateverTheirAge() {
        var rules =
                rules(
                        rule(
                                "r",
                                "<Filter/>",
                                "<NoncurrentVersionExpiration><NewerNoncurrentVersions>2</NewerNoncurrentVersions><NoncurrentDays>3</NoncurrentDays>"
                                        + "</NoncurrentVersionExpiration>"));

        assertThat(rules.next(noncurrent(1))).isEmpty();
        assertThat(rules.next(noncurrent(2))).isPresent();
        assertThat(rules.due(noncurrent(2), CREATED)).isEmpty();
    }

    @Test
    void aMarkerWithNothingUnderItGoes() {
        var marker = new VersionState.LoneMarker("k", CREATED);
        var atOnce =
                rules(
                        rule(
                                "r",
                                "<Filter/>",
                                "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>"));
        var later = rules(rule("r", "<Filter/>", days(3)));
        var never =
                rules(
                        rule(
                                "r",
                                "<Filter/>",
                                "<Expiration><ExpiredObjectDeleteMarker>false</ExpiredObjectDeleteMarker></Expiration>"));

        assertThat(atOnce.due(marker, CREATED))
                .contains(new Due(Action.REMOVE_MARKER, CREATED, "r"));
        assertThat(later.next(marker))
                .contains(new Due(Action.REMOVE_MARKER, day("2026-01-19"), "r"));
        assertThat(never.next(marker)).isEmpty();
        assertThat(atOnce.next(object("k", 1, ""))).isEmpty();
    }

    @Test
    void anUploadIsAbortedDaysAfterItBegan() {
        var rules =
                rules(
                        rule(
                                "r",
                                "<Filter><Prefix>a/</Prefix></Filter>",
                                "<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>"));

        assertThat(rules.abort("a/k", CREATED))
                .contains(new Due(Action.ABORT_UPLOAD, day("2026-01-23"), "r"));
        assertThat(rules.abort("b/k", CREATED)).isEmpty();
    }

    @Test
    void theHeaderNamesTheEndAndTheRule() {
        var rules = rules(rule("사진 1", "<Filter/>", days(3)));

        assertThat(rules.next(object("k", 1, "")).map(Due::expirationHeader))
                .contains(
                        "expiry-date=\"Mon, 19 Jan 2026 00:00:00 GMT\", rule-id=\"%EC%82%AC%EC%A7%84%201\"");
    }
}
