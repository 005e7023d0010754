package io.dure.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A passkey's life in a real browser: each step stands on the one before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class PasskeyWalkTests {
    private TestingBrowser browser;
    private TestingCloud cloud;
    private BrowserContext visitor;
    private Page page;
    private VirtualKey key;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = TestingBrowser.start();
        cloud = TestingCloud.up(browser, folder.resolve("data"));
        visitor = browser.visitor("en-GB");
        cloud.signIn(visitor);
        page = visitor.newPage();
        key = VirtualKey.pluggedInto(page);
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        cloud.close();
    }

    @Test
    @Order(1)
    void aPasskeyIsAdded() {
        openSecurity();

        button("Add a passkey").click();

        assertThat(remove()).isVisible();
        assertThat(key.passkeys()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void itSignsInWithoutAPassword() {
        openSignIn();

        button("Sign in with a passkey").click();

        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
    }

    @Test
    @Order(3)
    void itIsTheSecondFactorOfAPassword() {
        openSignIn();
        page.getByLabel("Login").fill("minsu");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(TestingCloud.PASSWORD);
        button("Sign in").click();
        assertThat(page.getByLabel("Digit 1 of 6")).isVisible();

        button("Sign in with a passkey").click();

        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
    }

    @Test
    @Order(4)
    void itIsTheProofBeforeItIsTakenOff() throws Exception {
        cloud.ageProofs();
        openSecurity();

        remove().click();
        button("Use a passkey").click();

        assertThat(page.getByText("No passkeys")).isVisible();
        assertThat(remove()).hasCount(0);
    }

    private void openSecurity() {
        page.navigate(cloud.address() + "/o/hanbit/account/security");
    }

    private void openSignIn() {
        visitor.clearCookies();
        page.navigate(cloud.address() + "/o/hanbit/sign-in");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator remove() {
        return page.locator("section")
                .filter(new Locator.FilterOptions().setHasText("Passkeys"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"));
    }
}
