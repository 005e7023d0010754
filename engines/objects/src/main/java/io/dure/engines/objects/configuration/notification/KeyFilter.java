package io.dure.engines.objects.configuration.notification;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The keys whose events are told. Amazon S3 API Reference, "S3KeyFilter".
///
/// @param prefix up to 1,024 bytes of UTF-8
/// @param suffix up to 1,024 bytes of UTF-8
public record KeyFilter(Optional<String> prefix, Optional<String> suffix) {
    public static final KeyFilter ALL = new KeyFilter(Optional.empty(), Optional.empty());

    private static final int LONGEST_BYTES = 1024;

    /// @throws S3Exception InvalidArgument
    public KeyFilter {
        prefix.ifPresent(KeyFilter::requireLength);
        suffix.ifPresent(KeyFilter::requireLength);
    }

    private static void requireLength(String value) {
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw invalid(
                    "Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation");
        }
    }

    private static S3Exception invalid(String message) {
        return new S3Exception(S3Error.INVALID_ARGUMENT, message);
    }

    public boolean matches(String key) {
        return key.startsWith(prefix.orElse("")) && key.endsWith(suffix.orElse(""));
    }

    /// Whether S3 takes it that a key could match both.
    boolean overlaps(KeyFilter other) {
        var one = prefix.orElse("");
        var two = other.prefix.orElse("");
        var end = suffix.orElse("");
        var ending = other.suffix.orElse("");
        return (one.startsWith(two) || two.startsWith(one))
                && (end.endsWith(ending) || ending.endsWith(end));
    }

    static KeyFilter read(Element filter) {
        var key = Fields.of(filter, "S3Key").find("S3Key");
        if (key.isEmpty()) {
            return ALL;
        }
        var found = ALL;
        for (var rule : Fields.of(key.get(), "FilterRule").all("FilterRule")) {
            found = found.with(Fields.of(rule, "Name", "Value"));
        }
        return found;
    }

    private KeyFilter with(Fields rule) {
        var value = Optional.of(rule.requireText("Value"));
        return switch (rule.requireWord("Name").toLowerCase(Locale.ROOT)) {
            case "prefix" -> {
                requireFirst(prefix, "prefix");
                yield new KeyFilter(value, suffix);
            }
            case "suffix" -> {
                requireFirst(suffix, "suffix");
                yield new KeyFilter(prefix, value);
            }
            default -> throw invalid("filter rule name must be either prefix or suffix");
        };
    }

    private static void requireFirst(Optional<String> before, String name) {
        if (before.isPresent()) {
            throw invalid("Cannot specify more than one " + name + " rule in a filter.");
        }
    }

    void write(XmlWriter xml) {
        if (!equals(ALL)) {
            xml.element(
                    "Filter",
                    filter ->
                            filter.element(
                                    "S3Key",
                                    key -> {
                                        prefix.ifPresent(value -> rule(key, "Prefix", value));
                                        suffix.ifPresent(value -> rule(key, "Suffix", value));
                                    }));
        }
    }

    private static void rule(XmlWriter key, String name, String value) {
        key.element("FilterRule", rule -> rule.text("Name", name).text("Value", value));
    }
}
