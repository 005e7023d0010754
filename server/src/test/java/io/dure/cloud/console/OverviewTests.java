package io.dure.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class OverviewTests {
    private static final Caller OPERATOR =
            TestingOrganisations.caller(TenantId.OPERATOR, ConsoleCapabilities.READ);

    @Autowired Overview overview;
    @Autowired Figures figures;
    @Autowired TestingOrganisations organisations;
    @Autowired People people;

    @Test
    void itCountsPeopleOfEveryOrganisation() {
        var tenant = organisations.open(10);
        TenantScope.run(tenant, () -> people.enter(person("han")));
        TenantScope.run(tenant, () -> people.enter(person("seo")));

        assertThat(overview.figures(OPERATOR))
                .extractingByKey("people")
                .satisfies(amounts -> assertThat(amounts).containsEntry(tenant, 2L));
    }

    @Test
    void aDaysLastSampleCounts() {
        figures.sample();
        var before = people(overview.growth(OPERATOR));
        var tenant = organisations.open(10);
        TenantScope.run(tenant, () -> people.enter(person("oh")));

        figures.sample();

        assertThat(people(overview.growth(OPERATOR))).isEqualTo(before + 1);
    }

    @Test
    void theMachineSaysHowItIs() {
        var machine = overview.machine(OPERATOR);

        assertThat(machine.diskFreeBytes()).isPositive();
        assertThat(machine.databaseBytes()).isPositive();
        assertThat(machine.connections()).isPositive();
        assertThat(machine.postgresVersion()).startsWith("18");
    }

    @Test
    void errorsAreShownWithoutTheValuesInThem() {
        LoggerFactory.getLogger("io.dure.test").warn("mail.refused to={}", "kim@hanbit.example");

        assertThat(overview.errors(OPERATOR))
                .anySatisfy(error -> assertThat(error.text()).isEqualTo("mail.refused to={}"))
                .noneSatisfy(error -> assertThat(error.toString()).contains("kim@hanbit"));
    }

    @Test
    void anybodyElseSeesNoFigures() {
        var stranger = TestingOrganisations.caller(TenantId.OPERATOR);

        assertThatThrownBy(() -> overview.figures(stranger)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> overview.machine(stranger)).isInstanceOf(ForbiddenException.class);
    }

    private static long people(List<Growth> growth) {
        return growth.stream()
                .filter(day -> day.figure().equals("people"))
                .reduce((_, last) -> last)
                .map(Growth::amount)
                .orElse(0L);
    }

    private static Person person(String login) {
        return new Person(
                new PersonId(UUID.randomUUID()),
                login,
                Optional.empty(),
                login,
                Optional.empty(),
                Person.Kind.MEMBER,
                Person.State.ACTIVE,
                Instant.EPOCH,
                1);
    }
}
