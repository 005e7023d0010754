package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.MANAGE;
import static io.dure.cloud.console.ConsoleCapabilities.READ;
import static io.dure.cloud.console.db.Tables.SELF_SIGN_UP;

import io.dure.platform.audit.Audit;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The operator's switch for strangers who sign their organisation up themselves; off at first.
@Service
public class SelfSignUp {
    private final DSLContext sql;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SelfSignUp(DSLContext sql, Audit audit, TransactionTemplate transaction) {
        this.sql = sql;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// @param plan that such an organisation begins with, on trial
    public record Offer(boolean open, Plan plan) {}

    public Offer offer(Caller caller) {
        caller.require(READ);
        return offer();
    }

    public Offer change(Caller caller, Offer offer) {
        caller.require(MANAGE);
        TenantScope.run(
                TenantId.OPERATOR,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            audit.record(
                                    caller,
                                    "self-sign-up.changed",
                                    "",
                                    Map.of("open", String.valueOf(offer.open())));
                            sql.update(SELF_SIGN_UP)
                                    .set(SELF_SIGN_UP.OPEN, offer.open())
                                    .set(SELF_SIGN_UP.PLAN_PEOPLE, offer.plan().people())
                                    .set(
                                            SELF_SIGN_UP.PLAN_STORAGE_BYTES,
                                            offer.plan().storageBytes())
                                    .set(
                                            SELF_SIGN_UP.PLAN_MODULES,
                                            offer.plan().modules().toArray(String[]::new))
                                    .execute();
                        }));
        return offer;
    }

    Offer offer() {
        return TenantScope.<Offer, RuntimeException>call(
                TenantId.OPERATOR,
                () ->
                        transaction.execute(_ ->
                                sql.selectFrom(SELF_SIGN_UP)
                                        .fetchSingle(row ->
                                                new Offer(
                                                        row.getOpen(),
                                                        new Plan(
                                                                row.getPlanPeople(),
                                                                row.getPlanStorageBytes(),
                                                                Set.copyOf(
                                                                        Arrays.asList(
                                                                                row
                                                                                        .getPlanModules())))))));
    }
}
