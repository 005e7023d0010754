package io.dure.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Tests {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theyTellTimeVersionAndVariant() {
        var id = UuidV7.next(InstantSource.fixed(NOW));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo(NOW);
    }

    @Test
    void thoseOfOneMillisecondSortAsTheyWereMade() {
        var clock = InstantSource.fixed(NOW.plusSeconds(60));

        var made = Stream.generate(() -> UuidV7.next(clock)).limit(10_000).toList();

        assertThat(made)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(UUID::toString));
    }

    @Test
    void aClockThatSlipsBackDoesNotMixThem() {
        var before = UuidV7.next(InstantSource.fixed(NOW.plusSeconds(120)));
        var after = UuidV7.next(InstantSource.fixed(NOW.plusSeconds(120).minusMillis(20)));

        assertThat(after.toString()).isGreaterThan(before.toString());
    }

    @Test
    void aClockThatIsSetBackIsFollowed() {
        UuidV7.next(InstantSource.fixed(NOW.plusSeconds(7_200)));
        var id = UuidV7.next(InstantSource.fixed(NOW));

        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo(NOW);
    }
}
