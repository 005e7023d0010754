package io.dure.platform.people;

import io.dure.TestingOrganisations;
import io.dure.platform.authority.Authorities;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// An organisation of a test's own, into which files of people are imported.
abstract class ImportFixture {
    private static final String AUTHOR = "하지원";

    static final String HEADER =
            "employee_number,name,department,rank,title,concurrent_posts,phone\n";

    @Autowired TestingOrganisations organisations;
    @Autowired TestingOwner database;
    @Autowired Departments departments;
    @Autowired Designations designations;
    @Autowired Directory directory;
    @Autowired Imports imports;
    @Autowired Exports exports;
    @Autowired People people;
    @Autowired Authorities authorities;

    TenantId tenant;
    Caller caller;

    @BeforeEach
    void openOrganisation() {
        tenant = organisations.open(10_001);
        caller = administrator();
        var head = in(() -> departments.create(caller, "본사", Optional.empty())).id();
        var plant = in(() -> departments.create(caller, "생산본부", Optional.of(head))).id();
        in(() -> departments.create(caller, "1팀", Optional.of(plant)));
        var ranks = List.of(new Designations.Entry(null, "부장"), new Designations.Entry(null, "사원"));
        in(() -> designations.replace(caller, Designation.Kind.RANK, 0, ranks));
    }

    /// Somebody whom the organisation knows: when an import is applied its author is asked after.
    Caller administrator() {
        var id = new PersonId(UUID.randomUUID());
        return in(() -> {
            people.enter(
                    new Person(
                            id,
                            "admin",
                            Optional.empty(),
                            AUTHOR,
                            Optional.empty(),
                            Person.Kind.MEMBER,
                            Person.State.ACTIVE,
                            Instant.now(),
                            1));
            authorities.grant(id, BuiltInRole.ADMINISTRATOR);
            return Caller.author(tenant, id, authorities.of(id));
        });
    }

    Import preview(String file) {
        return in(() -> imports.preview(caller, file.getBytes(StandardCharsets.UTF_8)));
    }

    Import apply(Import preview) throws InterruptedException {
        in(() -> imports.apply(caller, preview.id()));
        var now = preview;
        while (now.state() == Import.State.PREVIEWED || now.state() == Import.State.APPLYING) {
            Thread.sleep(20);
            now = in(() -> imports.find(caller, preview.id()));
        }
        return now;
    }

    String export() {
        return in(() -> exports.csv(caller));
    }

    List<String> list(String words) {
        var query =
                new DirectoryQuery(
                        words,
                        Optional.empty(),
                        Set.of(Person.State.values()),
                        Set.of(Person.Kind.values()),
                        Optional.empty(),
                        50);
        return in(() -> directory.list(caller, query)).items().stream()
                .map(Listing::name)
                .filter(name -> !name.equals(AUTHOR))
                .toList();
    }

    PersonId person(String name) {
        return new PersonId(
                database.id(
                        "select person_id from people.person where name = ? and tenant_id = ?",
                        name,
                        tenant.value()));
    }

    <T> T in(Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(tenant, code::get);
    }
}
