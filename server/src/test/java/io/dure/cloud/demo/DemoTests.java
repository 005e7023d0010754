package io.dure.cloud.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.authority.Authorities;
import io.dure.platform.people.People;
import io.dure.platform.people.PeopleCapabilities;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.Removal;
import io.dure.platform.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class DemoTests {
    @Autowired Demo demo;
    @Autowired DemoAccounts accounts;
    @Autowired Hanbit hanbit;
    @Autowired Riverside riverside;
    @Autowired People people;
    @Autowired Authorities authorities;
    @Autowired Organisations organisations;
    @Autowired Removal removal;
    @Autowired TestingOrganisations others;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;

    @Test
    void theManufacturerHasThreeHundredPeople() {
        var organisation = demo.open(hanbit);

        assertThat(logins(organisation)).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void theSchoolHasAHundredAndTwenty() {
        var organisation = demo.open(riverside);

        assertThat(logins(organisation)).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void theSecondTimeIsTheSameAsTheFirst() {
        var first = demo.open(hanbit);
        var before = logins(first);
        TenantScope.run(first.id(), () -> removal.remove(first));

        var second = demo.open(hanbit);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(logins(second)).isEqualTo(before);
    }

    @Test
    void whatIsRemovedLeavesNoRowBehind() {
        var organisation = demo.open(riverside);

        TenantScope.run(organisation.id(), () -> removal.remove(organisation));

        assertThat(tablesWithRowsOf(organisation)).isEmpty();
    }

    @Test
    void anOrganisationThatIsOpenCannotBeRemoved() {
        var id = others.open(10);
        var organisation = TenantScope.call(id, organisations::current);

        assertThatThrownBy(() -> TenantScope.run(id, () -> removal.remove(organisation)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        TenantScope.run(
                                id,
                                () ->
                                        transaction.executeWithoutResult(
                                                _ -> sql.execute("select tenancy.remove()"))))
                .hasMessageContaining("neither closed nor a demonstration");
    }

    @Test
    void itsOwnerMayAdministerPeople() {
        var organisation = demo.open(hanbit);

        var authority =
                TenantScope.call(
                        organisation.id(),
                        () -> {
                            var login =
                                    accounts.signIns(organisation, hanbit).owner().orElseThrow();
                            return authorities.of(people.byLogin(login).orElseThrow().id());
                        });

        assertThat(authority.allows(PeopleCapabilities.MANAGE)).isTrue();
    }

    private List<String> logins(Organisation organisation) {
        return inScope(
                organisation,
                "select login from people.person where state = 'ACTIVE' order by employee_number");
    }

    private List<String> tablesWithRowsOf(Organisation organisation) {
        return inScope(
                        organisation,
                        """
                        select c.oid::regclass::text from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where c.relkind = 'r' and has_table_privilege(c.oid, 'select')
                        """)
                .stream()
                .filter(table ->
                        !inScope(organisation, "select 'row' from " + table + " limit 1").isEmpty())
                .toList();
    }

    private List<String> inScope(Organisation organisation, String query) {
        return TenantScope.<List<String>, RuntimeException>call(
                organisation.id(),
                () -> transaction.execute(_ -> sql.fetch(query).getValues(0, String.class)));
    }
}
