package io.dure.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// What somebody sees who signed in long ago and does what needs a fresh proof, by keyboard alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class ProofWalkTests {
    private TestingBrowser browser;
    private TestingCloud cloud;
    private BrowserContext visitor;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = TestingBrowser.start();
        cloud = TestingCloud.up(browser, folder.resolve("data"));
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        cloud.close();
    }

    @BeforeEach
    void longAfterSigningIn() throws Exception {
        visitor = browser.visitor("en-GB");
        cloud.signIn(visitor);
        cloud.ageProofs();
        page = visitor.newPage();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void theQuestionLiesOnThePanelThatItInterrupts() {
        newKey("laptop");

        assertThat(password()).isFocused();
        prove("guessed-it-3-times");
        assertThat(password()).hasAttribute("aria-invalid", "true");
        prove(TestingCloud.PASSWORD);

        assertThat(question()).isHidden();
        assertThat(page.getByText("Secret access key")).isVisible();
    }

    @Test
    void whoDoesNotAnswerLosesNothing() {
        newKey("desktop");
        assertThat(password()).isFocused();

        page.keyboard().press("Escape");

        assertThat(question()).isHidden();
        assertThat(panel().getByLabel("Name")).hasValue("desktop");
        assertThat(panel().getByLabel("Name")).isFocused();
        assertThat(panel().getByRole(AriaRole.ALERT)).isVisible();

        page.keyboard().press("Escape");
        assertThat(panel()).isHidden();
    }

    @Test
    void theButtonThatAskedHasTheFocusAgain() {
        page.navigate(cloud.address() + "/o/hanbit/admin/people");
        page.getByRole(AriaRole.MAIN).getByText("김민수").click();
        button("Make a link").press("Enter");
        assertThat(password()).isFocused();

        page.keyboard().press("Escape");

        assertThat(question()).isHidden();
        assertThat(button("Make a link")).isFocused();
    }

    @Test
    void theOperatorLetsStrangersStart() {
        page.navigate(cloud.address() + "/console/organisations");
        button("Self sign-up").click();
        var offer = dialog("Self sign-up");
        offer.getByLabel("Anybody may start").click();
        offer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
        assertThat(password()).isFocused();
        prove(TestingCloud.PASSWORD);

        assertThat(offer).isHidden();
        page.navigate(cloud.address() + "/sign-up");
        assertThat(page.getByLabel("Your name")).isVisible();
    }

    @Test
    void anAddressIsChangedOnceItIsClearWho() {
        page.navigate(cloud.address() + "/o/hanbit/admin/people");
        page.getByRole(AriaRole.MAIN).getByText("김민수").click();
        var mail = page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true));
        mail.fill("minsu@example.com");
        mail.press("Enter");
        assertThat(password()).isFocused();
        prove(TestingCloud.PASSWORD);

        assertThat(page.getByText("Saved.")).isVisible();
        page.reload();
        assertThat(mail).hasValue("minsu@example.com");
    }

    @Test
    void anOperatorIsAddedWithARoleOnceItIsClearWhoAdds() {
        page.navigate(cloud.address() + "/console/operators");
        button("Add an operator").click();
        var adding = dialog("Add an operator");
        adding.getByLabel("Name").fill("Haneul Jo");
        adding.getByLabel("Login").fill("haneul");
        page.keyboard().press("Enter");
        assertThat(password()).isFocused();
        prove(TestingCloud.PASSWORD);

        assertThat(adding.getByText("/console/invitation")).isVisible();
        assertThat(page.getByText("Haneul Jo").first()).isVisible();
    }

    private void newKey(String name) {
        page.navigate(cloud.address() + "/o/hanbit/storage/keys");
        button("New key").first().click();
        panel().getByLabel("Name").fill(name);
        page.keyboard().press("Enter");
    }

    private void prove(String password) {
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
    }

    private Locator password() {
        return question().getByLabel("Current password");
    }

    private Locator question() {
        return dialog("Is it you?");
    }

    private Locator panel() {
        return dialog("New key");
    }

    private Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
