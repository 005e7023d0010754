package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.configuration.lifecycle.Due.Action;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rules of a bucket. Where several apply, the earliest end counts. Amazon S3 API Reference,
/// "PutBucketLifecycleConfiguration".
///
/// @param rules 1 to 1,000
public record LifecycleConfiguration(List<LifecycleRule> rules) {
    /// A thousand rules, each with a long id and prefix and a few tags.
    private static final int MOST_BYTES = 4 << 20;

    private static final int MOST_RULES = 1000;

    /// @throws S3Exception MalformedXML, InvalidArgument, InvalidRequest
    public LifecycleConfiguration {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw Fields.malformed();
        }
        requireUniqueIds(rules);
        LegacyRules.requireAlone(rules);
        LegacyRules.requireApart(rules);
    }

    private static void requireUniqueIds(List<LifecycleRule> rules) {
        var ids = new HashSet<String>();
        if (!rules.stream().map(LifecycleRule::id).allMatch(ids::add)) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT,
                    "Rule ID must be unique. Found same ID for more than one rule");
        }
    }

    /// @throws S3Exception MaxMessageLengthExceeded, MalformedXML, InvalidArgument, InvalidRequest,
    ///   InvalidTag; NotImplemented for transitions to other storage classes
    public static LifecycleConfiguration parse(byte[] document) {
        var elements =
                Fields.read(document, MOST_BYTES, "LifecycleConfiguration", "Rule").all("Rule");
        if (elements.size() > MOST_RULES) {
            throw Fields.malformed();
        }
        return new LifecycleConfiguration(
                IntStream.range(0, elements.size())
                        .mapToObj(place -> LifecycleRule.read(elements.get(place), place))
                        .toList());
    }

    public XmlWriter write() {
        var xml = XmlWriter.s3("LifecycleConfiguration");
        rules.forEach(rule -> rule.write(xml));
        return xml;
    }

    /// What will be done with a version as long as it stays in this state.
    public Optional<Due> next(VersionState version) {
        return switch (version) {
            case VersionState.Current(var key, var size, var tags, var created) ->
                    earliest(
                            Action.EXPIRE_CURRENT,
                            covering(key, size, tags),
                            rule -> rule.expiration().flatMap(action -> action.end(created)));
            case VersionState.Noncurrent(var key, var size, var tags, var became, var newer) ->
                    earliest(
                            Action.DELETE_NONCURRENT,
                            covering(key, size, tags),
                            rule -> rule.noncurrent().flatMap(action -> action.end(became, newer)));
            case VersionState.LoneMarker(var key, var created) ->
                    earliest(
                            Action.REMOVE_MARKER,
                            covering(key, 0, ObjectTags.NONE),
                            rule ->
                                    rule.expiration()
                                            .flatMap(action -> action.endOfLoneMarker(created)));
        };
    }

    /// What is to be done with a version now.
    public Optional<Due> due(VersionState version, Instant now) {
        return next(version).filter(due -> due.isDue(now));
    }

    /// When an upload is aborted that nobody finishes.
    public Optional<Due> abort(String key, Instant initiated) {
        return earliest(
                Action.ABORT_UPLOAD,
                covering(key, 0, ObjectTags.NONE),
                rule -> rule.abortAfterDays().map(days -> Midnight.after(initiated, days)));
    }

    private Stream<LifecycleRule> covering(String key, long size, ObjectTags tags) {
        return rules.stream()
                .filter(rule -> rule.isEnabled() && rule.filter().covers(key, size, tags));
    }

    /// When a rule acts, if it does.
    private interface End {
        Optional<Instant> of(LifecycleRule rule);
    }

    private static Optional<Due> earliest(Action action, Stream<LifecycleRule> rules, End end) {
        return rules.flatMap(
                        rule -> end.of(rule).map(at -> new Due(action, at, rule.id())).stream())
                .min(Comparator.comparing(Due::at));
    }
}
