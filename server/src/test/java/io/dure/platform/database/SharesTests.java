package io.dure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.Overload;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class SharesTests {
    private final TenantId here = new TenantId(UUID.randomUUID());
    private final TenantId there = new TenantId(UUID.randomUUID());
    private final Shares shares = new Shares(4, Duration.ofMillis(20));

    @Test
    void anOrganisationLeavesConnectionsForOthers() {
        takeAll();

        assertThatThrownBy(() -> TenantScope.call(here, shares::take))
                .isInstanceOf(CannotCreateTransactionException.class)
                .satisfies(failure -> assertThat(Overload.isMeantBy(failure)).isTrue());
        assertThatNoException().isThrownBy(() -> TenantScope.call(there, shares::take));
        assertThatNoException().isThrownBy(() -> SystemScope.call("all", shares::take));
    }

    @Test
    void whatIsGivenBackIsThereForTheNext() {
        takeAll().getFirst().giveBack();

        assertThatNoException().isThrownBy(() -> TenantScope.call(here, shares::take));
    }

    private List<Shares.Share> takeAll() {
        var taken = new ArrayList<Shares.Share>();
        for (var i = 0; i < 3; i++) {
            taken.add(TenantScope.call(here, shares::take));
        }
        return taken;
    }
}
