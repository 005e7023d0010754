package io.dure.engines.objects.policy;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.policy.Statement.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads statements. IAM User Guide, "Grammar of the IAM JSON policy language".
final class StatementReader {
    private static final Set<String> FIELDS =
            Set.of(
                    "Sid",
                    "Effect",
                    "Principal",
                    "NotPrincipal",
                    "Action",
                    "NotAction",
                    "Resource",
                    "NotResource",
                    "Condition");

    private final Language language;
    private final String bucket;
    private final Namespace owner;

    StatementReader(Language language, String bucket, Namespace owner) {
        this.language = language;
        this.bucket = bucket;
        this.owner = owner;
    }

    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy
    Statement read(Json statement) {
        var fields = new Fields(statement.members(PolicyFault.SYNTAX), FIELDS);
        fields.requireText("Sid");
        var effect = effect(fields.need("Effect"));
        var principals = principals(fields, effect);
        var actions = actions(fields.needEither("Action", "NotAction"));
        var resources = resources(fields);
        var conditions =
                fields.find("Condition").map(new ConditionReader(language)::read).orElse(List.of());
        if (fields.has("Action")) {
            requireResources(actions, resources);
            requireActions(conditions, actions);
        }
        return new Statement(effect, principals, meant(fields, actions), resources, conditions);
    }

    private static Effect effect(Json element) {
        var text = element.text(PolicyFault.SYNTAX);
        return switch (text) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw PolicyFault.EFFECT.exception(text);
        };
    }

    private Principals principals(Fields fields, Effect effect) {
        var names = new PrincipalReader(owner).read(fields.needEither("Principal", "NotPrincipal"));
        if (fields.has("Principal")) {
            return new Principals.Only(names);
        }
        if (effect == Effect.ALLOW) {
            throw PolicyFault.ALLOW_WITH_NOT_PRINCIPAL.exception();
        }
        return new Principals.AllBut(names);
    }

    private static List<ActionPattern> actions(Json element) {
        var texts = element.texts(PolicyFault.SYNTAX);
        if (texts.isEmpty()) {
            throw PolicyFault.ACTION.exception();
        }
        return texts.stream().map(ActionPattern::parse).toList();
    }

    private static Set<S3Action> meant(Fields fields, List<ActionPattern> patterns) {
        var named = EnumSet.noneOf(S3Action.class);
        patterns.forEach(pattern -> named.addAll(pattern.here()));
        return fields.has("Action") ? named : EnumSet.complementOf(named);
    }

    private Resources resources(Fields fields) {
        var texts = fields.needEither("Resource", "NotResource").texts(PolicyFault.SYNTAX);
        if (texts.isEmpty()) {
            throw PolicyFault.RESOURCE.exception();
        }
        var patterns =
                texts.stream().map(text -> ResourcePattern.parse(text, bucket, language)).toList();
        return fields.has("Resource")
                ? new Resources.Only(patterns)
                : new Resources.AllBut(patterns);
    }

    /// Every action is done to a kind of thing that some resource can be.
    private void requireResources(List<ActionPattern> actions, Resources resources) {
        if (resources instanceof Resources.Only(var patterns)
                && !actions.stream().allMatch(action -> isDoneToAny(action, patterns))) {
            throw PolicyFault.ACTION_WITHOUT_RESOURCE.exception();
        }
    }

    private boolean isDoneToAny(ActionPattern action, List<ResourcePattern> resources) {
        return List.of(S3Action.Kind.BUCKET, S3Action.Kind.OBJECT).stream()
                .filter(action::isDoneTo)
                .anyMatch(kind ->
                        resources.stream().anyMatch(resource -> resource.reaches(kind, bucket)));
    }

    /// Every action comes with every key; of a pattern one must.
    private static void requireActions(List<Condition> conditions, List<ActionPattern> actions) {
        conditions.stream()
                .flatMap(condition -> KnownKeys.supplied(condition.key()).stream())
                .filter(key -> !actions.stream().allMatch(action -> action.comesWith(key)))
                .findFirst()
                .ifPresent(_ -> {
                    throw PolicyFault.CONDITION_WITHOUT_ACTION.exception();
                });
    }
}
