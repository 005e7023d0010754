package io.dure.platform.tenancy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/// An organisation that the operator signed up, as every module may know it.
///
/// @param shortName unique, used in addresses: `/o/SHORTNAME/…`
/// @param demo made by `--demo`: may be removed whole
/// @param version counts changes, for If-Match
public record Organisation(
        TenantId id,
        String shortName,
        Profile profile,
        Standing standing,
        Plan plan,
        Settings settings,
        boolean demo,
        Instant createdAt,
        long version) {

    public String name() {
        return profile.name();
    }

    /// IETF tag, `ko` or `en`: of texts sent to people who chose none, and of sorting.
    public String language() {
        return profile.language();
    }

    public ZoneId timeZone() {
        return profile.timeZone();
    }

    public State state() {
        return standing.state();
    }

    /// Why it is in this state, shown to its people when suspended.
    public String stateReason() {
        return standing.reason();
    }

    public Instant stateSince() {
        return standing.since();
    }

    /// Accent `#rrggbb`, or empty for the product's own.
    public String colour() {
        return settings.colour();
    }

    public boolean secondFactorDemanded() {
        return settings.secondFactorDemanded();
    }

    /// The names of the modules that its people use: those of the plan that are not switched off.
    public Set<String> modules() {
        var used = new HashSet<>(plan.modules());
        used.removeAll(settings.modulesOff());
        return Set.copyOf(used);
    }

    /// Whether its people use a module: the plan has it, and it is not switched off.
    public boolean uses(String module) {
        return plan.modules().contains(module) && !settings.modulesOff().contains(module);
    }

    public Organisation with(Profile changed) {
        return new Organisation(
                id, shortName, changed, standing, plan, settings, demo, createdAt, version);
    }

    public Organisation with(Standing changed) {
        return new Organisation(
                id, shortName, profile, changed, plan, settings, demo, createdAt, version);
    }

    public Organisation with(Plan changed) {
        return new Organisation(
                id, shortName, profile, standing, changed, settings, demo, createdAt, version);
    }

    public Organisation with(Settings changed) {
        return new Organisation(
                id, shortName, profile, standing, plan, changed, demo, createdAt, version);
    }

    Organisation atVersion(long changed) {
        return new Organisation(
                id, shortName, profile, standing, plan, settings, demo, createdAt, changed);
    }

    /// Where an organisation stands in its life.
    public enum State {
        TRIAL,
        ACTIVE,
        /// Its people see why and can do nothing; S3 answers 403; nothing is lost.
        SUSPENDED,
        /// As suspended, for 30 days in which the closing can be taken back.
        CLOSING,
        /// Its data may be removed.
        CLOSED;

        /// Whether its people can work.
        public boolean isOpen() {
            return switch (this) {
                case TRIAL, ACTIVE -> true;
                case SUSPENDED, CLOSING, CLOSED -> false;
            };
        }
    }
}
