package io.dure.engines.objects.policy;

import java.util.function.BooleanSupplier;

/// What a policy says of a request. IAM User Guide, "Policy evaluation logic".
public enum PolicyVerdict {
    /// A statement denies it: no right of any key helps.
    DENY,
    /// A statement allows it, and none denies it.
    ALLOW,
    /// No statement applies: the key's own rights decide, and whoever has none is refused.
    NOTHING_SAID;

    /// Whether the request may be done: a denial wins, then either source of rights is enough.
    ///
    /// @param ownRights whether the key may by itself; never asked if the policy decides
    public boolean permits(BooleanSupplier ownRights) {
        return switch (this) {
            case DENY -> false;
            case ALLOW -> true;
            case NOTHING_SAID -> ownRights.getAsBoolean();
        };
    }
}
