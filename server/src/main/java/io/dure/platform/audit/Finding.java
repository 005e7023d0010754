package io.dure.platform.audit;

import io.dure.platform.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;

/// The first thing that is wrong with an organisation's trail.
///
/// @param number of the wrong entry in the chain, counted from 1; 0 where it has none
/// @param entry its id, where that is known
public record Finding(TenantId tenant, Kind kind, long number, Optional<UUID> entry) {
    public enum Kind {
        /// The entry, or its seal, is not what was sealed: edited, or swapped with another.
        ALTERED,
        /// The entry or its seal is gone from the middle.
        MISSING,
        /// The chain ends before a head that was signed: the tail was cut.
        CUT,
        /// The chain was computed anew: it fits in itself, but not to a head that was signed.
        REWRITTEN,
        /// An entry that the sealer was never shown.
        UNSEALED,
        /// The file of signed heads itself was touched, or lost.
        HEADS_BROKEN
    }
}
