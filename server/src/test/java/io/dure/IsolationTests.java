package io.dure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class IsolationTests {
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyTableWithATenantForcesRowLevelSecurityAndHasItsPolicies() {
        var open =
                sql.fetch(
                        """
                        select c.oid::regclass::text
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p')
                          and n.nspname not in ('pg_catalog', 'information_schema')
                          and exists (select from pg_attribute a
                                      where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
                          and not (c.relrowsecurity and c.relforcerowsecurity
                                   and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))
                        """);

        assertThat(open.getValues(0)).isEmpty();
    }

    /// Tables that hold nobody's data need no tenant; each is named here, with its reason.
    @Test
    void everyTableHasATenantOrAReason() {
        var without =
                sql.fetch(
                                """
                                select c.oid::regclass::text
                                from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p')
                                  and n.nspname not in ('pg_catalog', 'information_schema')
                                  and c.relname <> 'migration_history'
                                  and not exists (select from pg_attribute a
                                                  where a.attrelid = c.oid and a.attname = 'tenant_id')
                                """)
                        .getValues(0, String.class);

        // The outbox: read by the event machinery only, which opens the scope named in each event.
        // And the ids of batches that were counted, each of many organisations.
        assertThat(without).containsExactlyInAnyOrder("dure.event_publication", "metering.batch");
    }

    @Test
    void theApplicationsRoleCannotBypassRowLevelSecurity() {
        var bypassing =
                sql.fetchValue(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user");

        assertThat(bypassing).isEqualTo(false);
    }

    @Test
    void withoutAScopeThereAreNoRows() {
        var rows = transaction.execute(_ -> count());

        assertThat(rows).isZero();
    }

    @Test
    void aTenantScopeShowsThatTenantAndASystemScopeAll() {
        var nobody = new TenantId(java.util.UUID.randomUUID());

        assertThat(
                        TenantScope.<Integer, RuntimeException>call(
                                TenantId.OPERATOR, () -> transaction.execute(_ -> count())))
                .isEqualTo(1);
        assertThat(
                        TenantScope.<Integer, RuntimeException>call(
                                nobody, () -> transaction.execute(_ -> count())))
                .isZero();
        assertThat(
                        SystemScope.<Integer, RuntimeException>call(
                                "test", () -> transaction.execute(_ -> count())))
                .isPositive();
    }

    @Test
    void aScopeEndsWithItsTransaction() {
        TenantScope.run(TenantId.OPERATOR, () -> transaction.execute(_ -> count()));

        assertThat(transaction.<Integer>execute(_ -> count())).isZero();
    }

    @Test
    void aScopeCannotChangeInsideATransaction() {
        assertThatThrownBy(() ->
                        transaction.execute(_ -> {
                            TenantScope.run(TenantId.OPERATOR, this::count);
                            return true;
                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    private Integer count() {
        return sql.fetchCount(io.dure.platform.tenancy.db.Tables.ORGANISATION);
    }
}
