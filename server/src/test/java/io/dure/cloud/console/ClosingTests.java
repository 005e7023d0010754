package io.dure.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ClosingTests {
    private static final Caller OPERATOR =
            new Caller(
                    TenantId.OPERATOR,
                    new PersonId(new UUID(0, 1)),
                    Authority.of(ConsoleCapabilities.READ, ConsoleCapabilities.MANAGE),
                    "127.0.0.1");

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired Tenants tenants;
    @Autowired Organisations organisations;
    @Autowired ConsoleTrail trail;
    @Autowired Locks locks;

    private TestingOrganisation dure;
    private Instant began = Instant.EPOCH;

    @BeforeEach
    void anOrganisationThatCloses() {
        dure = signUps.open();
        began = tenants.close(OPERATOR, dure.id(), "They asked for it.").standing().since();
    }

    @Test
    void theGraceLastsThirtyDaysToTheSecond() {
        runAfter(Standing.GRACE.minusSeconds(1));
        assertThat(state()).isEqualTo(State.CLOSING);

        runAfter(Standing.GRACE.plusSeconds(1));
        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aClosingTakenBackInTimeStaysOpen() {
        tenants.resume(OPERATOR, dure.id());

        runAfter(Standing.GRACE.plusDays(1));

        assertThat(state().isOpen()).isTrue();
    }

    @Test
    void theEndStandsOnceInBothTrails() {
        runAfter(Standing.GRACE.plusSeconds(1));
        runAfter(Standing.GRACE.plusDays(1));

        assertThat(closings(dure.id())).isOne();
        assertThat(closings(TenantId.OPERATOR)).isOne();
    }

    @Test
    void ofAClosedOrganisationNothingAnswersAndAllRemainsUntilItIsRemoved() {
        runAfter(Standing.GRACE.plusSeconds(1));

        assertThat(Stream.of("/me", "/people", "/storage/buckets", "/audit"))
                .allSatisfy(path ->
                        assertThat(dure.browser().get(dure.path(path)).status()).isEqualTo(403));
        assertThat(database.count("people.person", dure.id())).isOne();

        tenants.remove(OPERATOR, dure.id());

        assertThat(database.count("people.person", dure.id())).isZero();
        assertThat(dure.browser().get(dure.path("/me")).status()).isEqualTo(404);
    }

    private void runAfter(Duration since) {
        new Closing(organisations, trail, locks, InstantSource.fixed(began.plus(since))).run();
    }

    private State state() {
        return tenants.find(OPERATOR, dure.id()).state();
    }

    private long closings(TenantId whose) {
        return database.count(
                "audit.entry where action = 'organisation.closed' and subject = 'organisation:"
                        + dure.id()
                        + "'",
                whose);
    }
}
