package io.dure.cloud.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.platform.authority.Authorities;
import io.dure.platform.people.People;
import io.dure.platform.people.PeopleCapabilities;
import io.dure.platform.people.Person;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Removal;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    @Autowired DemoOperator operator;
    @Autowired Bodies bodies;
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
    void eachStoresFilesInFoldersWhichCount() {
        for (var script : List.of(hanbit, riverside)) {
            var organisation = demo.open(script);

            assertThat(inScope(organisation, "select key from storage.stored_object"))
                    .hasSizeGreaterThan(5)
                    .allMatch(key -> key.contains("/"));
            assertThat(inScope(organisation, "select sum(size)::text from storage.stored_object"))
                    .isEqualTo(inScope(organisation, "select bytes::text from storage.usage"));
        }
    }

    @Test
    void theFilesAreTheSameEveryTimeAndGoWithTheirBodies() throws IOException {
        var first = demo.open(hanbit);
        var before = files(first);
        var body = body(first);
        TenantScope.run(first.id(), () -> removal.remove(first));

        var second = demo.open(hanbit);

        assertThat(files(second)).isEqualTo(before).isNotEmpty();
        assertThat(bodies.open(List.of(body))).isEmpty();
        try (var reader = bodies.open(List.of(body(second))).orElseThrow()) {
            assertThat(reader).isNotNull();
        }
    }

    private List<String> files(Organisation organisation) {
        return inScope(
                organisation,
                """
                select b.name || '/' || o.key || ' ' || o.etag
                from storage.stored_object o join storage.bucket b using (bucket_id)
                order by 1
                """);
    }

    private StoredBody body(Organisation organisation) {
        var found =
                inScope(
                        organisation,
                        "select body_ids[1] || ' ' || size from storage.stored_object order by key limit 1");
        var words = found.getFirst().split(" ", -1);
        return new StoredBody(UUID.fromString(words[0]), Long.parseLong(words[1]));
    }

    /// Alone in its console it stays, for somebody must be able to operate.
    @Test
    void itsOperatorGoesOnceSomebodyElseOwnsTheConsole() {
        TenantScope.run(
                TenantId.OPERATOR,
                () ->
                        transaction.executeWithoutResult(status -> {
                            status.setRollbackOnly();
                            sql.execute("update people.person set state = 'INACTIVE'");
                            operator.enter();
                            var console = console();
                            assertThat(operator.sendAway(console)).isEqualTo(Farewell.NEEDED);
                            assertThat(operator.isThere()).isTrue();

                            enterOwner("successor");

                            assertThat(operator.sendAway(console)).isEqualTo(Farewell.GONE);
                            assertThat(operator.isThere()).isFalse();
                            assertThat(operator.sendAway(console)).isEqualTo(Farewell.ABSENT);
                        }));
    }

    /// As the launcher comes.
    private Caller console() {
        return new Caller(
                TenantId.OPERATOR,
                PersonId.LAUNCHER,
                authorities.of(Set.of(BuiltInRole.OWNER)),
                "127.0.0.1");
    }

    private void enterOwner(String login) {
        var id = new PersonId(UUID.randomUUID());
        people.enter(
                new Person(
                        id,
                        login,
                        Optional.empty(),
                        "Successor",
                        Optional.empty(),
                        Person.Kind.MEMBER,
                        Person.State.ACTIVE,
                        Instant.EPOCH,
                        1));
        authorities.grant(id, BuiltInRole.OWNER);
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
