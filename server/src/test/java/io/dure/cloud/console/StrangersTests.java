package io.dure.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class StrangersTests {
    private static final Plan SMALL = new Plan(5, 1 << 30, Set.of("storage"), true);

    @Autowired Strangers strangers;
    @Autowired SelfSignUp selfSignUp;

    @AfterEach
    void closeAgain() {
        open(false);
    }

    @Test
    void theyAreNotLetInUntilTheOperatorSaysSo() {
        assertThat(strangers.areWelcome()).isFalse();
        assertThatThrownBy(strangers::plan).isInstanceOf(Strangers.ClosedException.class);
    }

    @Test
    void theyBeginOnTrialWithThePlanThatIsOffered() {
        open(true);

        var made = strangers.signUp("192.0.2.1", registration("selfmade"), owner());

        assertThat(made.organisation().state()).isEqualTo(State.TRIAL);
        assertThat(made.organisation().plan()).isEqualTo(SMALL);
    }

    @Test
    void oneAddressSignsUpOnlyAFew() {
        open(true);
        strangers.signUp("192.0.2.2", registration("selfone"), owner());
        strangers.signUp("192.0.2.2", registration("selftwo"), owner());
        strangers.signUp("192.0.2.2", registration("selfthree"), owner());

        assertThatThrownBy(() -> strangers.signUp("192.0.2.2", registration("selffour"), owner()))
                .isInstanceOf(SignUpThrottle.TooManyException.class);
        assertThat(strangers.signUp("192.0.2.3", registration("selffive"), owner())).isNotNull();
    }

    @Test
    void anOfferThatAnotherOperatorChangedIsNotOverwritten() {
        var seen = selfSignUp.find().version();
        change(seen, true);

        assertThatThrownBy(() -> change(seen, false)).isInstanceOf(StaleVersionException.class);
        assertThat(strangers.areWelcome()).isTrue();
    }

    private void open(boolean open) {
        change(selfSignUp.find().version(), open);
    }

    private void change(long seen, boolean open) {
        selfSignUp.change(
                TestingOrganisations.caller(TenantId.OPERATOR, ConsoleCapabilities.MANAGE),
                seen,
                new SelfSignUp.Offer(open, SMALL));
    }

    private Registration registration(String shortName) {
        return Registration.clean(
                new Input(),
                shortName,
                "Self made",
                "en",
                "Europe/London",
                List.of(),
                strangers.plan(),
                State.TRIAL);
    }

    private static Owner owner() {
        return new Owner("jo", "Jo", Optional.empty());
    }
}
