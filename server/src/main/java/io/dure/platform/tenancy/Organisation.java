package io.dure.platform.tenancy;

import java.time.Instant;
import java.time.ZoneId;

/// An organisation that the operator signed up, as every module may know it.
///
/// @param shortName unique, used in addresses: `/o/SHORTNAME/…`
/// @param language IETF tag, `ko` or `en`: of texts sent to people who chose none, and of sorting
/// @param colour accent `#rrggbb`, or empty for the product's own
/// @param stateReason why it is in this state, shown to its people when suspended
/// @param secondFactorDemanded whether its people must have a second factor
/// @param version counts changes, for If-Match
public record Organisation(
        TenantId id,
        String shortName,
        String name,
        String language,
        ZoneId timeZone,
        String colour,
        State state,
        String stateReason,
        Instant stateSince,
        Plan plan,
        boolean secondFactorDemanded,
        boolean demo,
        Instant createdAt,
        long version) {

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
