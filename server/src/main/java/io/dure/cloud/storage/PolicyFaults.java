package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.policy.BucketPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Where in its text a policy is wrong. The engine says what is wrong in S3's words, which name no
/// place: so each statement is tried alone, and the words tell which of its fields is meant.
final class PolicyFaults {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// What a fault is about, by words of S3's that only it has.
    private enum Part {
        ACTION("policy-action", Set.of("Action", "NotAction"), "action"),
        RESOURCE("policy-resource", Set.of("Resource", "NotResource"), "resource"),
        PRINCIPAL("policy-principal", Set.of("Principal", "NotPrincipal"), "rincipal"),
        EFFECT("policy-effect", Set.of("Effect"), "effect"),
        CONDITION("policy-condition", Set.of("Condition"), "ondition"),
        VERSION("policy-version", Set.of("Version"), "version string");

        private final String code;
        private final Set<String> fields;
        private final String word;

        Part(String code, Set<String> fields, String word) {
            this.code = code;
            this.fields = fields;
            this.word = word;
        }

        /// Conditions first: their faults speak of actions and resources, too.
        private static Optional<Part> of(String words) {
            for (var part : List.of(CONDITION, VERSION, EFFECT, PRINCIPAL, ACTION, RESOURCE)) {
                if (words.contains(part.word)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }

    /// @param code for forms
    /// @param line from 1 on
    record Fault(String code, int line, String words) {
        String sentence() {
            return "Line " + line + ": " + words;
        }
    }

    /// A field of a statement, or of the policy.
    private record Field(String name, int line) {}

    /// @param text of the statement alone
    private record Statement(String text, int line, List<Field> fields) {}

    private PolicyFaults() {}

    /// @param refusal of the whole text
    static Fault find(String text, String bucket, Namespace owner, S3Exception refusal) {
        try {
            return find(statements(text), bucket, owner, refusal);
        } catch (JacksonException e) {
            return new Fault(
                    "policy-json",
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
                    "This is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Fault find(
            Document document, String bucket, Namespace owner, S3Exception refusal) {
        for (var statement : document.statements()) {
            try {
                BucketPolicy.parse(
                        "{"
                                + document.version()
                                        .map(version -> "\"Version\": \"" + version + "\", ")
                                        .orElse("")
                                + "\"Statement\": ["
                                + statement.text()
                                + "]}",
                        bucket,
                        owner);
            } catch (S3Exception e) {
                return within(statement.fields(), statement.line(), e.message());
            }
        }
        return within(document.fields(), 1, refusal.message());
    }

    private static Fault within(List<Field> fields, int line, String words) {
        var part = Part.of(words);
        var named =
                fields.stream()
                        .filter(field ->
                                words.endsWith("field " + field.name())
                                        || part.filter(meant -> meant.fields.contains(field.name()))
                                                .isPresent())
                        .findFirst();
        return new Fault(
                part.map(meant -> meant.code).orElse("policy-other"),
                named.map(Field::line).orElse(line),
                words);
    }

    private record Document(
            Optional<String> version, List<Field> fields, List<Statement> statements) {}

    private static Document statements(String text) {
        var version = Optional.<String>empty();
        var fields = new ArrayList<Field>();
        var statements = new ArrayList<Statement>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Document(version, fields, statements);
            }
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.add(new Field(name, line(parser)));
                var token = parser.nextToken();
                if (name.equals("Version") && token == JsonToken.VALUE_STRING) {
                    version = Optional.of(parser.getString()).filter(PolicyFaults::isDate);
                } else if (name.equals("Statement") && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        statements.add(statement(parser, text));
                    }
                } else if (name.equals("Statement") && token == JsonToken.START_OBJECT) {
                    statements.add(statement(parser, text));
                } else {
                    parser.skipChildren();
                }
            }
            while (parser.nextToken() != null) {}
        }
        return new Document(version, fields, statements);
    }

    /// What cannot be one is not copied into another text.
    private static boolean isDate(String version) {
        return version.matches("[0-9-]{1,20}");
    }

    private static Statement statement(JsonParser parser, String text) {
        var from = (int) parser.currentTokenLocation().getCharOffset();
        var line = line(parser);
        var fields = new ArrayList<Field>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                fields.add(new Field(name, line(parser)));
                parser.nextToken();
                parser.skipChildren();
            }
        } else {
            parser.skipChildren();
        }
        var to = (int) parser.currentLocation().getCharOffset();
        return new Statement(text.substring(from, to), line, fields);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
