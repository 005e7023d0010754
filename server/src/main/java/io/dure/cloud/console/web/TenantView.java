package io.dure.cloud.console.web;

import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation as the operator sees it.
///
/// @param closesAt when its data may be removed, while it is closing
/// @param use where it was looked up: in lists, and of a single one
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
        long version,
        @Nullable TenantUse use) {

    /// How much of its plan an organisation uses.
    record TenantUse(long people, long storageBytes) {}

    static TenantView of(Organisation organisation) {
        return of(organisation, null);
    }

    static TenantView of(Organisation organisation, @Nullable TenantUse use) {
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
                organisation.version(),
                use);
    }
}
