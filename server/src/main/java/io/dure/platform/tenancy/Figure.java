package io.dure.platform.tenancy;

import java.util.Map;

/// Something that is counted of every organisation, for the operator's overview and bill: a number,
/// never what is behind it. A module publishes a bean of each.
public interface Figure {
    /// As the API names it, such as `people` or `storageBytes`.
    String name();

    /// The amount of every organisation that has any. Called in a [SystemScope].
    Map<TenantId, Long> count();
}
