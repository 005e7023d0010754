package io.dure.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.InvalidInputException;
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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Organisations that close while they hold locked objects.
@ServerTest
class ClosingLocksTests {
    private static final Caller OPERATOR =
            new Caller(
                    TenantId.OPERATOR,
                    new PersonId(new UUID(0, 1)),
                    Authority.of(ConsoleCapabilities.READ, ConsoleCapabilities.MANAGE),
                    "127.0.0.1");
    private static final Duration RETENTION = Duration.ofDays(90);

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
        began =
                tenants.close(OPERATOR, dure.id(), "They asked for it.")
                        .standing()
                        .since()
                        .truncatedTo(ChronoUnit.MICROS);
        database.execute(
                "insert into storage.bucket (tenant_id, bucket_id, name, created_at, versioning, object_lock, objects)"
                        + " values (?, gen_random_uuid(), 'records', now(), 'ENABLED', true, 1)",
                dure.id().value());
    }

    private void lock(String mode, Instant until, boolean hold) {
        database.execute(
                "insert into storage.stored_object (tenant_id, bucket_id, key, size, etag, modified_at, headers,"
                        + " user_headers, body_ids, body_sizes, version_id, lock_mode, retain_until, legal_hold)"
                        + " select ?, bucket_id, gen_random_uuid()::text, 0, 'e', now(), '{}', '{}', '{}', '{}',"
                        + " gen_random_uuid(), ?, ?::timestamptz, ?"
                        + " from storage.bucket where tenant_id = ?",
                dure.id().value(),
                mode,
                until.toString(),
                hold,
                dure.id().value());
    }

    private void lockInCompliance() {
        lock("COMPLIANCE", began.plus(RETENTION), false);
    }

    private void runAfter(Duration since) {
        new Closing(organisations, trail, locks, InstantSource.fixed(began.plus(since))).run();
    }

    private State state() {
        return tenants.find(OPERATOR, dure.id()).state();
    }

    private long entries(TenantId whose) {
        return database.count(
                "audit.entry where action = 'organisation.locks-overridden'"
                        + " and detail::text like '%A court says so.%'"
                        + " and subject = 'organisation:"
                        + dure.id()
                        + "'",
                whose);
    }

    @Test
    void itWaitsForRetentionInComplianceMode() {
        lockInCompliance();

        runAfter(Standing.GRACE.plusDays(1));

        assertThat(state()).isEqualTo(State.CLOSING);
        assertThat(tenants.locked(OPERATOR, dure.id()))
                .contains(new LockedThings(1, Optional.of(began.plus(RETENTION)), false));

        runAfter(RETENTION.plusSeconds(1));

        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void itWaitsForALegalHoldWithoutAnEnd() {
        lock("COMPLIANCE", began.plus(RETENTION), true);
        lockInCompliance();

        runAfter(RETENTION.plusDays(1));

        assertThat(state()).isEqualTo(State.CLOSING);
        assertThat(tenants.locked(OPERATOR, dure.id()))
                .contains(new LockedThings(2, Optional.empty(), false));
    }

    @Test
    void itDoesNotWaitForRetentionInGovernanceMode() {
        lock("GOVERNANCE", began.plus(RETENTION), false);

        runAfter(Standing.GRACE.plusDays(1));

        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anOperatorOverridesLocksWithAReasonThatBothTrailsKeep() {
        lockInCompliance();
        assertThatThrownBy(() -> tenants.overrideLocks(OPERATOR, dure.id(), " "))
                .isInstanceOf(InvalidInputException.class);

        tenants.overrideLocks(OPERATOR, dure.id(), "A court says so.");

        assertThat(entries(dure.id())).isOne();
        assertThat(entries(TenantId.OPERATOR)).isOne();
        assertThat(state()).isEqualTo(State.CLOSING);
        runAfter(Standing.GRACE.plusDays(1));
        assertThat(state()).isEqualTo(State.CLOSED);
        tenants.remove(OPERATOR, dure.id());
        assertThat(database.count("storage.stored_object", dure.id())).isZero();
        assertThat(entries(TenantId.OPERATOR)).isOne();
    }

    @Test
    void whereNothingIsLockedThereIsNothingToOverride() {
        assertThatThrownBy(() -> tenants.overrideLocks(OPERATOR, dure.id(), "Because."))
                .isInstanceOf(ConflictException.class);
        assertThat(tenants.locked(OPERATOR, dure.id())).isEmpty();
    }

    @Test
    void anOverrideEndsWithTheClosing() {
        lockInCompliance();
        tenants.overrideLocks(OPERATOR, dure.id(), "A court says so.");

        tenants.resume(OPERATOR, dure.id());
        began = tenants.close(OPERATOR, dure.id(), "Again.").standing().since();
        runAfter(Standing.GRACE.plusDays(1));

        assertThat(state()).isEqualTo(State.CLOSING);
    }
}
