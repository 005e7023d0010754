package io.dure.engines.objects.policy;

import io.dure.engines.objects.metadata.Namespace;
import java.util.Map;

/// Who asks.
public sealed interface Requester {
    /// Somebody without a signature.
    record Anonymous() implements Requester {}

    /// A key of a namespace, which policies call `arn:aws:iam::NAMESPACE:user/ACCESS-KEY-ID`.
    record Key(Namespace namespace, String accessKeyId) implements Requester {
        String arn() {
            return "arn:aws:iam::" + namespace.id() + ":user/" + accessKeyId;
        }
    }

    /// What conditions can ask about it; a key that has no value here is absent. IAM User Guide,
    /// "Principal key values".
    default Map<ConditionKey, String> values() {
        return switch (this) {
            case Anonymous() ->
                    Map.of(
                            ConditionKey.PRINCIPAL_TYPE, "Anonymous",
                            ConditionKey.USER_ID, "anonymous");
            case Key key ->
                    Map.of(
                            ConditionKey.PRINCIPAL_TYPE, "User",
                            ConditionKey.PRINCIPAL_ARN, key.arn(),
                            ConditionKey.PRINCIPAL_ACCOUNT, key.namespace().id().toString(),
                            ConditionKey.USER_ID, key.accessKeyId(),
                            ConditionKey.USER_NAME, key.accessKeyId());
        };
    }
}
