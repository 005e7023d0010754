package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.List;
import java.util.Optional;

/// Which objects a rule is about. Amazon S3 API Reference, "LifecycleRuleFilter".
public sealed interface LifecycleFilter {
    /// As long as a key may be.
    int LONGEST_PREFIX = 1024;

    /// Keys with a prefix, as rules said it before there were filters.
    record LegacyPrefix(String prefix) implements LifecycleFilter {
        public LegacyPrefix {
            requireLength(prefix);
        }
    }

    /// Every object.
    record Everything() implements LifecycleFilter {}

    /// Keys with a prefix.
    record Prefix(String prefix) implements LifecycleFilter {
        public Prefix {
            requireLength(prefix);
        }
    }

    /// Objects with a tag.
    record Tagged(Tag tag) implements LifecycleFilter {}

    /// Objects of more bytes than this.
    record GreaterThan(long bytes) implements LifecycleFilter {
        public GreaterThan {
            requireSize("ObjectSizeGreaterThan", bytes);
        }
    }

    /// Objects of fewer bytes than this.
    record LessThan(long bytes) implements LifecycleFilter {
        public LessThan {
            requireSize("ObjectSizeLessThan", bytes);
        }
    }

    /// Objects to which all of two or more conditions apply.
    ///
    /// @param tags with different keys
    /// @param greaterThan bytes
    /// @param lessThan bytes
    record And(
            Optional<String> prefix,
            List<Tag> tags,
            Optional<Long> greaterThan,
            Optional<Long> lessThan)
            implements LifecycleFilter {
        public And {
            tags = List.copyOf(tags);
            prefix.ifPresent(LifecycleFilter::requireLength);
            greaterThan.ifPresent(bytes -> requireSize("ObjectSizeGreaterThan", bytes));
            lessThan.ifPresent(bytes -> requireSize("ObjectSizeLessThan", bytes));
            requireSeveral(prefix, tags, greaterThan, lessThan);
            if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
                throw new S3Exception(
                        S3Error.INVALID_REQUEST, "Duplicate Tag Keys are not allowed.");
            }
            requireBetween(greaterThan, lessThan);
        }

        private static void requireSeveral(
                Optional<String> prefix,
                List<Tag> tags,
                Optional<Long> greaterThan,
                Optional<Long> lessThan) {
            if (prefix.stream().count()
                            + tags.size()
                            + greaterThan.stream().count()
                            + lessThan.stream().count()
                    < 2) {
                throw Fields.malformed();
            }
        }

        private static void requireBetween(Optional<Long> greaterThan, Optional<Long> lessThan) {
            if (lessThan.isPresent()
                    && greaterThan.filter(least -> least >= lessThan.get()).isPresent()) {
                throw new S3Exception(
                        S3Error.INVALID_REQUEST,
                        "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.");
            }
        }
    }

    private static void requireLength(String prefix) {
        if (prefix.length() > LONGEST_PREFIX) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST, "The maximum size of a prefix is " + LONGEST_PREFIX);
        }
    }

    private static void requireSize(String name, long bytes) {
        if (bytes < 0) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST, "'" + name + "' must be a non-negative integer");
        }
    }

    /// Whether it is about an object, a version or a delete marker; a marker has no bytes and no
    /// tags.
    default boolean covers(String key, long size, ObjectTags tagged) {
        return switch (this) {
            case LegacyPrefix(var prefix) -> key.startsWith(prefix);
            case Everything() -> true;
            case Prefix(var prefix) -> key.startsWith(prefix);
            case Tagged(var tag) -> tagged.contains(tag);
            case GreaterThan(var bytes) -> size > bytes;
            case LessThan(var bytes) -> size < bytes;
            case And(var prefix, var tags, var greaterThan, var lessThan) ->
                    prefix.map(key::startsWith).orElse(true)
                            && tags.stream().allMatch(tagged::contains)
                            && greaterThan.map(bytes -> size > bytes).orElse(true)
                            && lessThan.map(bytes -> size < bytes).orElse(true);
        };
    }

    /// Whether it looks at tags.
    default boolean looksAtTags() {
        return switch (this) {
            case Tagged _ -> true;
            case And and -> !and.tags().isEmpty();
            case LegacyPrefix _, Everything _, Prefix _, GreaterThan _, LessThan _ -> false;
        };
    }

    /// Whether it looks at sizes.
    default boolean looksAtSizes() {
        return switch (this) {
            case GreaterThan _, LessThan _ -> true;
            case And and -> and.greaterThan().isPresent() || and.lessThan().isPresent();
            case LegacyPrefix _, Everything _, Prefix _, Tagged _ -> false;
        };
    }
}
