package io.dure.cloud.console.web;

import io.dure.cloud.console.LockedThings;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation as the operator sees it.
///
/// @param closesAt when its data may be removed, while it is closing
/// @param locks what it holds that is locked, while it is closing or closed; where a single one was
///   looked up
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
        @Nullable TenantLocks locks,
        boolean demo,
        Instant createdAt,
        long version,
        @Nullable TenantUse use) {

    /// How much of its plan an organisation uses.
    record TenantUse(long people, long storageBytes) {}

    /// What an organisation waits for before it is closed.
    ///
    /// @param until when the last lock ends; none while there is a legal hold, which has no end
    /// @param overridden whether an operator has it removed nevertheless
    record TenantLocks(long versions, @Nullable Instant until, boolean overridden) {
        static TenantLocks of(LockedThings locked) {
            return new TenantLocks(
                    locked.versions(), locked.until().orElse(null), locked.overridden());
        }
    }

    static TenantView of(Organisation organisation) {
        return of(organisation, null, null);
    }

    static TenantView of(Organisation organisation, @Nullable TenantUse use) {
        return of(organisation, use, null);
    }

    static TenantView of(
            Organisation organisation, @Nullable TenantUse use, @Nullable TenantLocks locks) {
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
                locks,
                organisation.demo(),
                organisation.createdAt(),
                organisation.version(),
                use);
    }
}
