package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads the policy of a form. Its size is bounded by what may stand before a file.
final class PostPolicyReader {
    /// A condition's value stands three deep.
    private static final int DEEPEST = 3;

    private static final SizeRange ANY_SIZE = new SizeRange(0, Long.MAX_VALUE);

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private final JsonParser parser;
    private final List<PostCondition> conditions = new ArrayList<>();
    private Optional<Instant> expiration = Optional.empty();
    private SizeRange sizes = ANY_SIZE;

    private PostPolicyReader(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws S3Exception InvalidPolicyDocument
    static PostPolicy read(String encoded) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), decoded(encoded))) {
            return new PostPolicyReader(parser).policy();
        } catch (JacksonException e) {
            throw FormFault.invalidPolicy("Invalid JSON.");
        }
    }

    private static byte[] decoded(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded.strip());
        } catch (IllegalArgumentException e) {
            throw FormFault.invalidPolicy("Invalid Base64 encoding.");
        }
    }

    private PostPolicy policy() {
        require(parser.nextToken() == JsonToken.START_OBJECT, "Invalid JSON.");
        var hasConditions = false;
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "expiration" -> expiration = HttpDates.parseXml(scalar());
                case "conditions" -> {
                    readConditions();
                    hasConditions = true;
                }
                default -> throw FormFault.invalidPolicy("Unexpected member.");
            }
        }
        require(parser.nextToken() == null, "Invalid JSON.");
        require(hasConditions, "Policy missing conditions.");
        return new PostPolicy(
                expiration.orElseThrow(
                        () -> FormFault.invalidPolicy("Policy missing a valid expiration.")),
                conditions,
                sizes);
    }

    private void readConditions() {
        require(parser.currentToken() == JsonToken.START_ARRAY, "Conditions must be a list.");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            switch (parser.currentToken()) {
                case START_OBJECT -> simple();
                case START_ARRAY -> listed();
                default -> throw FormFault.invalidPolicy("Invalid Condition.");
            }
        }
    }

    private void simple() {
        var name = parser.nextName();
        require(name != null, "Invalid Simple-Condition.");
        parser.nextToken();
        conditions.add(new PostCondition.Equal(lower(name == null ? "" : name), scalar()));
        require(
                parser.nextToken() == JsonToken.END_OBJECT,
                "Invalid Simple-Condition: Simple-Conditions must have exactly one property"
                        + " specified.");
    }

    private void listed() {
        var words = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            words.add(scalar());
        }
        require(words.size() == 3, "Invalid Condition: wrong number of arguments.");
        switch (lower(words.getFirst())) {
            case "eq" -> conditions.add(new PostCondition.Equal(field(words.get(1)), words.get(2)));
            case "starts-with" ->
                    conditions.add(new PostCondition.StartsWith(field(words.get(1)), words.get(2)));
            case "content-length-range" ->
                    sizes = sizes.and(new SizeRange(size(words.get(1)), size(words.get(2))));
            default -> throw FormFault.invalidPolicy("Invalid Condition: unknown operation.");
        }
    }

    private static String field(String written) {
        require(written.startsWith("$"), "Invalid Condition: a field's name begins with $.");
        return lower(written.substring(1));
    }

    private static long size(String written) {
        require(written.matches("\\d{1,18}"), "Invalid content-length-range.");
        return Long.parseLong(written);
    }

    /// A text or a number.
    private String scalar() {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
            default -> throw FormFault.invalidPolicy("Invalid Condition.");
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw FormFault.invalidPolicy(why);
        }
    }
}
