package io.dure.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Organisation.State;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class OwnOrganisationTests {
    private static final byte[] PNG = TestingPictures.png(10, 10);

    @Autowired Organisations organisations;
    @Autowired OwnOrganisation own;
    @Autowired Logos logos;

    @Test
    void anAdministratorChangesWhatWasSentAndNothingElse() {
        var tenant = register("ownchange");

        var changed =
                TenantScope.call(
                        tenant, () -> own.change(administrator(tenant), 1, colour("#1a2b3c")));

        assertThat(changed.colour()).isEqualTo("#1a2b3c");
        assertThat(changed.name()).isEqualTo("한빛");
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    void aModuleThatIsSwitchedOffIsNotUsed() {
        var tenant = register("ownmodules");

        var changed =
                TenantScope.call(
                        tenant,
                        () ->
                                own.change(
                                        administrator(tenant),
                                        1,
                                        new OwnOrganisation.Change(
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                List.of("drive"),
                                                null)));

        assertThat(changed.modules()).containsExactly("storage");
    }

    @Test
    void aColourThatIsNoneIsRefused() {
        var tenant = register("owncolour");

        assertThatThrownBy(() ->
                        TenantScope.call(
                                tenant, () -> own.change(administrator(tenant), 1, colour("red"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aMemberChangesNothing() {
        var tenant = register("ownmember");

        assertThatThrownBy(() ->
                        TenantScope.call(
                                tenant,
                                () ->
                                        own.change(
                                                caller(tenant, Authority.NONE),
                                                1,
                                                colour("#000000"))))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aLogoIsKeptAsItWasSent() {
        var tenant = register("ownlogo");

        TenantScope.call(tenant, () -> logos.put(administrator(tenant), Logo.of(PNG)));

        assertThat(TenantScope.call(tenant, logos::find))
                .hasValueSatisfying(logo -> {
                    assertThat(logo.image()).isEqualTo(PNG);
                    assertThat(logo.mediaType()).isEqualTo("image/png");
                });
    }

    @Test
    void aDrawingThatCouldCarryScriptsIsNoLogo() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>";

        assertThatThrownBy(() -> Logo.of(svg.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aLogoHasALimit() {
        assertThatThrownBy(() -> Logo.of(Arrays.copyOf(PNG, Logo.MAX_BYTES + 1)))
                .isInstanceOf(InvalidInputException.class);
    }

    private TenantId register(String shortName) {
        var tenant = new TenantId(UuidV7.next(InstantSource.system()));
        var registration =
                Registration.clean(
                        new Input(),
                        shortName,
                        "한빛",
                        "ko",
                        "Asia/Seoul",
                        List.of(),
                        new Plan(10, 1000, Set.of("storage", "drive"), true),
                        State.ACTIVE);
        TenantScope.call(tenant, () -> organisations.register(registration));
        return tenant;
    }

    private static OwnOrganisation.Change colour(String colour) {
        return new OwnOrganisation.Change(null, null, null, colour, null, null, null, null);
    }

    private static Caller administrator(TenantId tenant) {
        return caller(tenant, Authority.of(TenancyCapabilities.MANAGE));
    }

    private static Caller caller(TenantId tenant, Authority authority) {
        return new Caller(tenant, new PersonId(new UUID(0, 7)), authority, "127.0.0.1");
    }
}
