package io.dure.engines.objects.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of policies: bounded in size and depth, no name twice in an object.
final class JsonReader {
    /// S3's limit, of the document without white space between its tokens.
    static final int LARGEST_BYTES = 20_480;

    /// With white space, so that a document indented deeply is read at all.
    private static final int LARGEST_WRITTEN = 4 * LARGEST_BYTES;

    /// The deepest value of a policy, one of a condition's, stands six deep.
    private static final int DEEPEST = 8;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private JsonReader() {}

    /// The object's members.
    ///
    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy
    static Map<String, Json> read(String document) {
        if (!document.startsWith("{")) {
            throw PolicyFault.NO_OBJECT.exception();
        }
        if (document.length() > LARGEST_WRITTEN || compactBytes(document) > LARGEST_BYTES) {
            throw PolicyFault.TOO_LARGE.exception();
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            parser.nextToken();
            var members = members(parser);
            if (parser.nextToken() == null) {
                return members;
            }
        } catch (JacksonException e) {
            // answered as whatever else is no JSON
        }
        throw PolicyFault.INVALID_JSON.exception();
    }

    private static int compactBytes(String document) {
        var bytes = 0;
        var quoted = false;
        for (var at = 0; at < document.length(); at++) {
            var letter = document.charAt(at);
            bytes += quoted || letter > ' ' ? utf8Bytes(letter) : 0;
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == '\\' && quoted && at + 1 < document.length()) {
                at++;
                bytes += utf8Bytes(document.charAt(at));
            }
        }
        return bytes;
    }

    private static int utf8Bytes(char letter) {
        if (letter < 0x80) {
            return 1;
        }
        // each half of a pair is half of four bytes
        return letter < 0x800 || Character.isSurrogate(letter) ? 2 : 3;
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Json.Members(members(parser));
            case START_ARRAY -> new Json.Array(items(parser));
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Json.Bare(parser.getString());
            default -> new Json.Null();
        };
    }

    private static Map<String, Json> members(JsonParser parser) {
        var members = new LinkedHashMap<String, Json>();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            members.put(name, value(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<Json> items(JsonParser parser) {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return List.copyOf(items);
    }
}
