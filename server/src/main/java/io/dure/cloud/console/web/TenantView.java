package io.dure.cloud.console.web;

import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation as the operator sees it.
///
/// @param closesAt when its data may be removed, while it is closing
record TenantView(
        TenantId id,
        String shortName,
        String name,
        List<String> mailDomains,
        String language,
        String timeZone,
        TenantPlan plan,
        Organisation.State state,
        String stateReason,
        Instant stateSince,
        @Nullable Instant closesAt,
        boolean demo,
        Instant createdAt,
        long version) {

    static TenantView of(Organisation organisation) {
        return new TenantView(
                organisation.id(),
                organisation.shortName(),
                organisation.name(),
                organisation.profile().mailDomains(),
                organisation.language(),
                organisation.timeZone().getId(),
                TenantPlan.of(organisation.plan()),
                organisation.state(),
                organisation.stateReason(),
                organisation.stateSince(),
                organisation.standing().closesAt().orElse(null),
                organisation.demo(),
                organisation.createdAt(),
                organisation.version());
    }
}
