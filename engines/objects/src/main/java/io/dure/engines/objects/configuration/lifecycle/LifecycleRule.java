package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What ends among some objects, and when. Amazon S3 API Reference, "LifecycleRule"; Amazon S3 User
/// Guide, "Lifecycle configuration elements".
///
/// @param id unique in the bucket, up to 255 characters
/// @param abortAfterDays since an unfinished upload was begun, 1 or more
public record LifecycleRule(
        String id,
        Status status,
        LifecycleFilter filter,
        Optional<Expiration> expiration,
        Optional<NoncurrentExpiration> noncurrent,
        Optional<Integer> abortAfterDays) {
    private static final int LONGEST_ID = 255;
    private static final String ABORT = "AbortIncompleteMultipartUpload";

    /// Whether the rule counts.
    public enum Status {
        ENABLED("Enabled"),
        DISABLED("Disabled");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        static Status parse(String word) {
            return switch (word) {
                case "Enabled" -> ENABLED;
                case "Disabled" -> DISABLED;
                default -> throw Fields.malformed();
            };
        }
    }

    /// @throws S3Exception InvalidArgument, InvalidRequest
    public LifecycleRule {
        if (id.length() > LONGEST_ID) {
            throw S3Exception.argument(
                    "ID", id, "ID length should not exceed allowed limit of " + LONGEST_ID);
        }
        if (expiration.isEmpty() && noncurrent.isEmpty() && abortAfterDays.isEmpty()) {
            throw invalid("At least one action needs to be specified in a rule");
        }
        abortAfterDays.ifPresent(
                days -> Midnight.requirePositive("DaysAfterInitiation", ABORT, days));
        requireFitting(filter, expiration, noncurrent, abortAfterDays);
    }

    private static void requireFitting(
            LifecycleFilter filter,
            Optional<Expiration> expiration,
            Optional<NoncurrentExpiration> noncurrent,
            Optional<Integer> abortAfterDays) {
        if (abortAfterDays.isPresent() && filter.looksAtTags()) {
            throw invalid(ABORT + " cannot be specified with Tags.");
        }
        if (abortAfterDays.isPresent() && filter.looksAtSizes()) {
            throw invalid(ABORT + " cannot be specified with Object Size.");
        }
        if (filter.looksAtTags()
                && expiration.filter(Expiration.LoneMarkers.class::isInstance).isPresent()) {
            throw invalid("ExpiredObjectDeleteMarker cannot be specified with Tags.");
        }
        if (filter instanceof LifecycleFilter.LegacyPrefix
                && noncurrent.flatMap(NoncurrentExpiration::newer).isPresent()) {
            throw invalid("NewerNoncurrentVersions element can only be used in Lifecycle V2.");
        }
    }

    private static S3Exception invalid(String message) {
        return new S3Exception(S3Error.INVALID_REQUEST, message);
    }

    boolean isEnabled() {
        return status == Status.ENABLED;
    }

    /// The names of what it does, as S3's refusals have them.
    List<String> actions() {
        var actions = new ArrayList<String>();
        expiration.ifPresent(_ -> actions.add("Expiration"));
        noncurrent.ifPresent(_ -> actions.add("NoncurrentVersionExpiration"));
        abortAfterDays.ifPresent(_ -> actions.add(ABORT));
        return actions;
    }

    /// @param place among the rules, of which the id is made if the rule has none
    static LifecycleRule read(Element element, int place) {
        var fields =
                Fields.of(
                        element,
                        "ID",
                        "Status",
                        "Filter",
                        "Prefix",
                        "Expiration",
                        "NoncurrentVersionExpiration",
                        ABORT,
                        "Transition",
                        "NoncurrentVersionTransition");
        if (fields.has("Transition") || fields.has("NoncurrentVersionTransition")) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        return new LifecycleRule(
                fields.id("ID", place),
                Status.parse(fields.requireWord("Status")),
                FilterXml.read(fields),
                fields.find("Expiration").map(Expiration::read),
                fields.find("NoncurrentVersionExpiration").map(NoncurrentExpiration::read),
                fields.find(ABORT).map(LifecycleRule::days));
    }

    private static int days(Element abort) {
        return Fields.of(abort, "DaysAfterInitiation")
                .number("DaysAfterInitiation")
                .orElseThrow(Fields::malformed);
    }

    void write(XmlWriter xml) {
        xml.element(
                "Rule",
                rule -> {
                    rule.text("ID", id);
                    FilterXml.write(filter, rule);
                    rule.text("Status", status.word);
                    expiration.ifPresent(action -> action.write(rule));
                    noncurrent.ifPresent(action -> action.write(rule));
                    abortAfterDays.ifPresent(days ->
                            rule.element(ABORT, abort -> abort.text("DaysAfterInitiation", days)));
                });
    }
}
