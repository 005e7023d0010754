package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.Metadata;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Finds bodies that a crash left behind, between their fsync and the commit that would have named
/// them (or between a commit that forgot them and their deletion), and removes them.
///
/// No acknowledged body is at risk: one that this process writes is in use until its commit is
/// through, so a body that is not in use and that no metadata name was given up.
public final class Sweep {
    /// Older processes may still hold a transaction when this one starts.
    private static final Duration YOUNGEST = Duration.ofHours(1);

    private final Bodies bodies;
    private final Metadata metadata;
    private final InstantSource clock;
    private final Instant since;

    public Sweep(Bodies bodies, Metadata metadata, InstantSource clock) {
        this.bodies = bodies;
        this.metadata = metadata;
        this.clock = clock;
        this.since = clock.instant();
    }

    /// Bodies that are looked at together.
    private final class Batch implements BodyStore.Judge {
        /// How many bodies one question to the metadata names.
        private static final int MOST = 500;

        private final List<Claim> claims = new ArrayList<>();
        private final List<UUID> silent = new ArrayList<>();
        private int removed;

        @Override
        public Instant before() {
            return clock.instant().minus(YOUNGEST);
        }

        @Override
        public boolean coversEarlier() {
            return !clock.instant().isBefore(since.plus(YOUNGEST));
        }

        @Override
        public boolean isUsed(UUID place) {
            return bodies.isUsed(place);
        }

        @Override
        public boolean isHeld() {
            return bodies.isHeld();
        }

        /// One whose description nobody can read may be somebody's.
        @Override
        public void described(BodyHeader header, byte[] description) {
            if (!isUsed(header.place())) {
                bodies.claim(header, description).ifPresent(claims::add);
                askIfMany();
            }
        }

        @Override
        public void silent(UUID place) {
            if (!isUsed(place)) {
                silent.add(place);
                askIfMany();
            }
        }

        private void askIfMany() {
            if (claims.size() + silent.size() >= MOST) {
                ask();
            }
        }

        private void ask() {
            if (!claims.isEmpty()) {
                remove(metadata.unclaimed(claims));
                claims.clear();
            }
            if (!silent.isEmpty()) {
                remove(metadata.unknown(silent));
                silent.clear();
            }
        }

        private void remove(Set<UUID> nobodys) {
            nobodys.forEach(bodies::discard);
            removed += nobodys.size();
        }

        @Override
        public int settle() {
            ask();
            var count = removed;
            removed = 0;
            return count;
        }
    }

    /// Looks at every body once.
    ///
    /// @return how many were removed
    public int run() throws IOException {
        return bodies.store().sweep(new Batch());
    }
}
