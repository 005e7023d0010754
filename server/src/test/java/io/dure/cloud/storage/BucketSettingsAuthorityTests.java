package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.MANAGE;
import static io.dure.cloud.storage.StorageCapabilities.READ;
import static io.dure.cloud.storage.StorageCapabilities.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.cloud.storage.BucketSettings.Replacing;
import io.dure.cloud.storage.BucketSettings.Settings;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Whoever manages the storage opens nothing that they cannot read, and ends nothing that they
/// cannot write.
@ServerTest
@Import(TestingStorage.class)
class BucketSettingsAuthorityTests {
    private static final SimpleLifecycle EXPIRING =
            new SimpleLifecycle(Optional.of(1), Optional.empty(), Optional.empty());
    private static final PublicAccessBlock PARTLY = new PublicAccessBlock(true, false, true, true);

    @Autowired TestingStorage storage;
    @Autowired BucketSettings settings;

    private Caller renter;

    @BeforeEach
    void aBucket() {
        renter = storage.renter(1 << 20);
        try (var s3 = storage.client(renter)) {
            s3.createBucket(b -> b.bucket("films"));
        }
    }

    private interface Change {
        Settings make(Caller caller, long version);
    }

    private Settings change(Change change, Capability... capabilities) {
        var caller = storage.colleague(renter, capabilities);
        return TenantScope.call(
                renter.tenant(),
                () -> change.make(caller, settings.read(renter, "films").version()));
    }

    private void assertNeeds(Capability missing, Change change, Capability... capabilities) {
        assertThatThrownBy(() -> change(change, capabilities))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining(missing.name());
    }

    private Settings lifecycle(Caller caller, long version) {
        return settings.setLifecycle(caller, "films", version, EXPIRING, Replacing.SIMPLE_ONLY);
    }

    private Settings policy(Caller caller, long version) {
        return settings.setPolicy(caller, "films", version, Optional.empty());
    }

    private Settings logging(Caller caller, long version) {
        return settings.setLogging(caller, "films", version, Optional.empty(), "");
    }

    private Settings telling(Caller caller, long version) {
        return settings.setNotifications(caller, "films", version, List::of);
    }

    private Change block(PublicAccessBlock block) {
        return (caller, version) -> settings.setPublicAccess(caller, "films", version, block);
    }

    @Test
    void whatEndsObjectsNeedsTheRightToWrite() {
        assertNeeds(WRITE, this::lifecycle, MANAGE, READ);
        assertThat(change(this::lifecycle, MANAGE, WRITE).lifecycle()).contains(EXPIRING);
    }

    @Test
    void whatTellsOfObjectsNeedsTheRightToRead() {
        assertNeeds(READ, this::logging, MANAGE, WRITE);
        assertNeeds(READ, this::telling, MANAGE, WRITE);
        change(this::logging, MANAGE, READ);
        change(this::telling, MANAGE, READ);
    }

    @Test
    void aPolicyNeedsWhatItMayAllow() {
        assertNeeds(READ, this::policy, MANAGE, WRITE);
        assertNeeds(WRITE, this::policy, MANAGE, READ);
        change(this::policy, MANAGE, READ, WRITE);
    }

    @Test
    void whoManagesShutsStrangersOutButLetsNoneIn() {
        assertNeeds(READ, block(PARTLY), MANAGE);
        assertNeeds(WRITE, block(PARTLY), MANAGE, READ);
        change(block(PARTLY), MANAGE, READ, WRITE);
        assertNeeds(READ, block(PublicAccessBlock.NONE), MANAGE);

        var shut = change(block(PublicAccessBlock.OF_NEW_BUCKETS), MANAGE);

        assertThat(shut.rules().block()).isEqualTo(PublicAccessBlock.OF_NEW_BUCKETS);
    }

    @Test
    void theRestIsTheManagers() {
        var kept =
                change(
                        (caller, version) ->
                                settings.setVersioning(
                                        caller, "films", version, Versioning.ENABLED),
                        MANAGE);

        assertThat(kept.rules().bucket().versioning()).isEqualTo(Versioning.ENABLED);
        assertNeeds(MANAGE, this::policy, READ, WRITE);
    }
}
