package io.dure.engines.objects.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What conditions compare with: the request's values by key. Names of keys, tags' included, have
/// no case.
public final class ConditionValues {
    private final Map<String, List<String>> byKey;

    private ConditionValues(Map<String, List<String>> byKey) {
        this.byKey = byKey;
    }

    /// Nothing but what the requester brings.
    public static ConditionValues none() {
        return new ConditionValues(Map.of());
    }

    public static Builder builder() {
        return new Builder(_ -> true);
    }

    /// Leaves out what does not come with the action: whoever asks could add a parameter that means
    /// nothing to it, and be judged by that.
    public static Builder builder(S3Action action) {
        return new Builder(key -> key.comesWith(action));
    }

    /// In the order they were added; empty if the request has no such key.
    List<String> all(String key) {
        return byKey.getOrDefault(folded(key), List.of());
    }

    /// The value that a policy variable stands for: keys with several values have none.
    Optional<String> single(String key) {
        var values = all(key);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /// The requester's values replace whatever the caller gave for the same keys.
    ConditionValues with(Requester requester) {
        var merged = new HashMap<>(byKey);
        requester.values().forEach((key, value) -> merged.put(folded(key.text()), List.of(value)));
        return new ConditionValues(merged);
    }

    static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /// Gathers values; a key may be given several.
    public static final class Builder {
        private final Predicate<ConditionKey> wanted;
        private final Map<String, List<String>> byKey = new HashMap<>();

        private Builder(Predicate<ConditionKey> wanted) {
            this.wanted = wanted;
        }

        /// @throws IllegalArgumentException if the key needs the name of a tag
        public Builder add(ConditionKey key, String value) {
            if (key.isOfTags()) {
                throw new IllegalArgumentException("without a tag: " + key);
            }
            return put(key, key.text(), value);
        }

        /// @throws IllegalArgumentException if the key is not one of tags
        public Builder addTag(ConditionKey key, String tag, String value) {
            if (!key.isOfTags()) {
                throw new IllegalArgumentException("not of tags: " + key);
            }
            return put(key, key.text() + tag, value);
        }

        private Builder put(ConditionKey key, String name, String value) {
            if (wanted.test(key)) {
                byKey.computeIfAbsent(folded(name), _ -> new ArrayList<>()).add(value);
            }
            return this;
        }

        public ConditionValues build() {
            return new ConditionValues(Map.copyOf(byKey));
        }
    }
}
