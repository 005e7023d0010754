package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.MANAGE;
import static io.dure.cloud.console.ConsoleCapabilities.READ;
import static io.dure.cloud.console.db.Tables.SELF_SIGN_UP;

import io.dure.cloud.console.db.tables.records.SelfSignUpRecord;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.StaleVersionException;
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

    /// The offer as it stands.
    ///
    /// @param version counts changes, for If-Match
    public record Standing(Offer offer, long version) {}

    public Standing find(Caller caller) {
        caller.require(READ);
        return find();
    }

    /// @param seen the version that the caller saw
    /// @throws StaleVersionException if it was changed since
    public Standing change(Caller caller, long seen, Offer offer) {
        caller.require(MANAGE);
        return TenantScope.<Standing, RuntimeException>call(
                TenantId.OPERATOR, () -> transaction.execute(_ -> write(caller, seen, offer)));
    }

    private Standing write(Caller caller, long seen, Offer offer) {
        var plan = offer.plan();
        var rows =
                sql.update(SELF_SIGN_UP)
                        .set(SELF_SIGN_UP.OPEN, offer.open())
                        .set(SELF_SIGN_UP.PLAN_PEOPLE, plan.people())
                        .set(SELF_SIGN_UP.PLAN_STORAGE_BYTES, plan.storageBytes())
                        .set(SELF_SIGN_UP.PLAN_MODULES, plan.modules().toArray(String[]::new))
                        .set(SELF_SIGN_UP.PLAN_ENCRYPTED, plan.encrypted())
                        .set(SELF_SIGN_UP.VERSION, seen + 1)
                        .where(SELF_SIGN_UP.VERSION.eq(seen))
                        .execute();
        if (rows == 0) {
            throw new StaleVersionException("offer");
        }
        audit.record(
                caller, "self-sign-up.changed", "", Map.of("open", String.valueOf(offer.open())));
        return new Standing(offer, seen + 1);
    }

    Standing find() {
        return TenantScope.<Standing, RuntimeException>call(
                TenantId.OPERATOR,
                () ->
                        transaction.execute(
                                _ -> sql.selectFrom(SELF_SIGN_UP).fetchSingle(SelfSignUp::read)));
    }

    private static Standing read(SelfSignUpRecord row) {
        var plan =
                new Plan(
                        row.getPlanPeople(),
                        row.getPlanStorageBytes(),
                        Set.copyOf(Arrays.asList(row.getPlanModules())),
                        row.getPlanEncrypted());
        return new Standing(new Offer(row.getOpen(), plan), row.getVersion());
    }
}
