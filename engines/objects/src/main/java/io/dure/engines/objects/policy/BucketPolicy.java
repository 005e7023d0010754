package io.dure.engines.objects.policy;

import io.dure.engines.objects.metadata.Namespace;
import java.util.List;
import java.util.Set;

/// A bucket's policy. Amazon S3 User Guide, "Policies and permissions in Amazon S3"; what of it is
/// here stands in docs/s3/policies.md.
public final class BucketPolicy {
    private static final Set<String> FIELDS = Set.of("Version", "Id", "Statement");

    private final Namespace owner;
    private final List<Statement> statements;

    private BucketPolicy(Namespace owner, List<Statement> statements) {
        this.owner = owner;
        this.statements = List.copyOf(statements);
    }

    /// Reads a policy of at most 20,480 bytes, white space between its tokens aside.
    ///
    /// @param bucket the only one that it may be about
    /// @param owner the bucket's namespace, the only one whose principals it can name to any effect
    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy, in S3's words
    public static BucketPolicy parse(String json, String bucket, Namespace owner) {
        var fields = new Fields(JsonReader.read(json), FIELDS);
        fields.requireText("Id");
        var language = fields.find("Version").map(Language::of).orElse(Language.V2008);
        var reader = new StatementReader(language, bucket, owner);
        return new BucketPolicy(
                owner, statements(fields.need("Statement")).stream().map(reader::read).toList());
    }

    private static List<Json> statements(Json element) {
        var statements = element instanceof Json.Array(var items) ? items : List.of(element);
        if (statements.isEmpty()) {
            throw PolicyFault.NO_STATEMENT.exception();
        }
        return statements;
    }

    /// What it says of the request: a denial anywhere outweighs every permission.
    public PolicyVerdict evaluate(PolicyRequest request) {
        var verdict = PolicyVerdict.NOTHING_SAID;
        for (var statement : statements) {
            if (statement.applies(request, owner)) {
                switch (statement.effect()) {
                    case DENY -> {
                        return PolicyVerdict.DENY;
                    }
                    case ALLOW -> verdict = PolicyVerdict.ALLOW;
                }
            }
        }
        return verdict;
    }

    /// Whether S3 would call it public, which is what its Block Public Access prevents.
    public boolean isPublic() {
        return statements.stream().anyMatch(PublicAccess::isGrantedBy);
    }

    /// Whether a verdict can depend on the tags that an object has; else nobody needs to fetch
    /// them.
    public boolean asksForObjectTags() {
        return statements.stream()
                .anyMatch(statement -> statement.mentions(ConditionKey.EXISTING_OBJECT_TAG));
    }
}
