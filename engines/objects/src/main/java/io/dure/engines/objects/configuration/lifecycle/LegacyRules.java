package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.LegacyPrefix;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What S3 asks of configurations whose rules have a prefix of their own instead of a filter: what
/// it calls Lifecycle V1.
final class LegacyRules {
    private LegacyRules() {}

    /// The first rule tells which of the two a configuration is.
    static void requireAlone(List<LifecycleRule> rules) {
        var legacy = isLegacy(rules.getFirst());
        if (rules.stream().anyMatch(rule -> isLegacy(rule) != legacy)) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    legacy
                            ? "Filter element can only be used in Lifecycle V2."
                            : "Base level prefix cannot be used in Lifecycle V2, prefixes are only"
                                    + " supported in the Filter.");
        }
    }

    private static boolean isLegacy(LifecycleRule rule) {
        return rule.filter() instanceof LegacyPrefix;
    }

    /// No two such rules may do the same to one key.
    static void requireApart(List<LifecycleRule> rules) {
        var prefixes = new HashMap<String, List<String>>();
        for (var rule : rules) {
            if (rule.filter() instanceof LegacyPrefix(var prefix)) {
                rule.actions()
                        .forEach(action ->
                                prefixes.computeIfAbsent(action, _ -> new ArrayList<>())
                                        .add(prefix));
            }
        }
        prefixes.forEach(LegacyRules::requireApart);
    }

    /// Sorted, a prefix stands right before the first that it is a prefix of.
    private static void requireApart(String action, List<String> prefixes) {
        prefixes.sort(null);
        for (var at = 1; at < prefixes.size(); at++) {
            var shorter = prefixes.get(at - 1);
            var longer = prefixes.get(at);
            if (longer.equals(shorter)) {
                throw new S3Exception(
                        S3Error.INVALID_REQUEST,
                        "Found two rules with same prefix '%s' for same action type '%s'"
                                .formatted(longer, action));
            }
            if (longer.startsWith(shorter)) {
                throw new S3Exception(
                        S3Error.INVALID_REQUEST,
                        "Found overlapping prefixes '%s' and '%s' for same action type '%s'"
                                .formatted(longer, shorter, action));
            }
        }
    }
}
