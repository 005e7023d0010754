package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.MANAGE;
import static io.dure.cloud.console.ConsoleCapabilities.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.Links;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.OrganisationSearch;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.Settings;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TenantsTests {
    private static final Caller OPERATOR = operator(Authority.of(READ, MANAGE));

    @Autowired Tenants tenants;
    @Autowired Links links;
    @Autowired Authorities authorities;

    @Test
    void theFirstOwnerComesInByTheLinkThatSigningUpAnswers() {
        var made = signUp("firstowner");

        var link = TenantScope.call(made.organisation().id(), () -> links.find(made.invitation()));

        assertThat(link)
                .contains(new Links.Link(made.owner(), Links.Purpose.INVITATION, Optional.empty()));
    }

    @Test
    void anOwnerHoldsNothingThatIsTheOperators() {
        var made = signUp("ordinaryowner");

        var authority =
                TenantScope.call(made.organisation().id(), () -> authorities.of(made.owner()));

        assertThat(authority.everywhere()).doesNotContain(READ.name(), MANAGE.name());
    }

    @Test
    void aShortNameIsTakenOnce() {
        signUp("taken");

        assertThatThrownBy(() -> signUp("taken")).isInstanceOf(ConflictException.class);
    }

    @Test
    void aMailDomainHasOneOrganisation() {
        signUp("domainone", "shared.example");

        assertThatThrownBy(() -> signUp("domaintwo", "SHARED.example"))
                .isInstanceOf(ConflictException.class);
        assertThat(tenants.list(OPERATOR, search("domaintwo"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "s3", "www", "a", "1st", "ends-", "with space", "한빛"})
    void someShortNamesCannotBeHad(String shortName) {
        assertThatThrownBy(() -> signUp(shortName)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aSuspensionEndsWhereItBegan() {
        var id = signUp("suspended").organisation().id();

        var suspended = tenants.suspend(OPERATOR, id, "The bill is not paid.");
        var resumed = tenants.resume(OPERATOR, id);

        assertThat(suspended.state()).isEqualTo(State.SUSPENDED);
        assertThat(suspended.stateReason()).isEqualTo("The bill is not paid.");
        assertThat(resumed.state()).isEqualTo(State.TRIAL);
        assertThat(resumed.stateReason()).isEmpty();
    }

    @Test
    void aClosingCanBeTakenBack() {
        var id = signUp("closing").organisation().id();

        var closing = tenants.close(OPERATOR, id, "They asked for it.");

        assertThat(closing.standing().closesAt()).isPresent();
        assertThat(tenants.resume(OPERATOR, id).state()).isEqualTo(State.TRIAL);
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        var made = signUp("changed").organisation();
        tenants.change(OPERATOR, made.id(), made.version(), found -> found.with(Settings.DEFAULT));

        assertThatThrownBy(() ->
                        tenants.change(
                                OPERATOR,
                                made.id(),
                                made.version(),
                                found -> found.with(Settings.DEFAULT)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void theOperatorsOwnOrganisationIsNoCustomer() {
        assertThatThrownBy(() -> tenants.suspend(OPERATOR, TenantId.OPERATOR, "Oops."))
                .isInstanceOf(UnknownThingException.class);
    }

    @Test
    void withoutThePermissionNothingIsDone() {
        var nobody = operator(Authority.NONE);

        assertThatThrownBy(() -> tenants.list(nobody, search("")))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aListGoesOnAfterTheLastOneSeen() {
        signUp("paged-a");
        signUp("paged-b");

        var rest =
                tenants.list(
                        OPERATOR,
                        new OrganisationSearch(
                                "PAGED-", Optional.empty(), Optional.of("paged-a"), 10));

        assertThat(rest)
                .singleElement()
                .satisfies(found -> assertThat(found.shortName()).isEqualTo("paged-b"));
    }

    private SignedUp signUp(String shortName, String... mailDomains) {
        var input = new Input();
        var registration =
                Registration.clean(
                        input,
                        shortName,
                        "한빛정밀",
                        "ko",
                        "Asia/Seoul",
                        List.of(mailDomains),
                        new Plan(50, 1 << 30, Set.of("storage"), true),
                        State.TRIAL);
        input.check();
        return tenants.signUp(OPERATOR, registration, new Owner("kim", "김민수", Optional.empty()));
    }

    private static OrganisationSearch search(String text) {
        return new OrganisationSearch(text, Optional.empty(), Optional.empty(), 10);
    }

    private static Caller operator(Authority authority) {
        return new Caller(TenantId.OPERATOR, new PersonId(new UUID(0, 1)), authority, "127.0.0.1");
    }
}
