package io.dure.platform.identity.web;

import io.dure.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who has to prove two factors: the people of organisations that demand it, and the operator's
/// staff, except where the whole Dure is a demonstration. Programs present tokens, which only a
/// session that satisfied the demand can have made.
@Component
class SecondFactorDemands {
    private final boolean demonstration;

    /// @param demonstration whether the server was started with `--demo`
    SecondFactorDemands(@Value("${dure.demo:false}") boolean demonstration) {
        this.demonstration = demonstration;
    }

    boolean lacksFactor(Visit visit) {
        var organisation = visit.organisation();
        var excepted = demonstration && organisation.id().equals(TenantId.OPERATOR);
        return organisation.secondFactorDemanded() && !excepted && visit.isByPasswordOnly();
    }
}
