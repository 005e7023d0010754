package io.dure.cloud.console.web;

import io.dure.platform.tenancy.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organisation rents.
///
/// @param people most people that are not deactivated
/// @param storageBytes most bytes in its storage
/// @param modules names of the modules it may use
/// @param encrypted whether what it stores is encrypted under a key of its own; if left out, it is
record TenantPlan(
        int people, long storageBytes, List<String> modules, @Nullable Boolean encrypted) {
    static TenantPlan of(Plan plan) {
        return new TenantPlan(
                plan.people(),
                plan.storageBytes(),
                plan.modules().stream().sorted().toList(),
                plan.encrypted());
    }
}
