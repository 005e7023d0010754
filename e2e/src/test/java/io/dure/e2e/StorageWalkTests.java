package io.dure.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Settings of buckets, versions, webhooks and damages, as whoever manages the storage sees them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class StorageWalkTests {
    private TestingBrowser browser;
    private TestingCloud cloud;
    private BrowserContext owner;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = TestingBrowser.start();
        cloud = TestingCloud.up(browser, folder.resolve("data"));
        owner = browser.visitor("en-GB");
        cloud.signIn(owner);
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        cloud.close();
    }

    private Page open(String place) {
        var page = owner.newPage();
        page.navigate(cloud.address() + place);
        return page;
    }

    private void bucket(String name) {
        cloud.send(owner, "/api/o/hanbit/storage/buckets", Map.of("name", name));
    }

    private void put(String bucket, String key, String text) {
        var stored =
                owner.request()
                        .put(
                                cloud.address()
                                        + "/api/o/hanbit/storage/buckets/"
                                        + bucket
                                        + "/object?key="
                                        + key,
                                RequestOptions.create()
                                        .setHeader("Origin", cloud.address())
                                        .setHeader("Content-Type", "text/plain")
                                        .setData(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(stored.status()).isEqualTo(200);
    }

    private String text(String bucket, String key) {
        return owner.request()
                .get(
                        cloud.address()
                                + "/api/o/hanbit/storage/buckets/"
                                + bucket
                                + "/object?key="
                                + key)
                .text();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void flip(Page page, String label) {
        page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName(label)).click();
    }

    private static Locator row(Page page, String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void anOlderVersionIsRestoredAndADeletedOneBroughtBack() {
        bucket("plans");
        put("plans", "before.txt", "nothing keeps this");
        try (var page = open("/o/hanbit/storage/buckets/plans")) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Settings")).click();
            flip(page, "Keep what is overwritten or deleted");
            assertThat(page.getByText("Saved.")).isVisible();
        }
        put("plans", "a.txt", "one");
        put("plans", "a.txt", "other");

        try (var page = open("/o/hanbit/storage/buckets/plans")) {
            flip(page, "Show versions");
            page.waitForURL(Pattern.compile("versions=all"));
            row(page, "Older version")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Restore this version of a.txt"))
                    .click();
            assertThat(page.getByText("is the newest again")).isVisible();
            assertThat(row(page, "a.txt")).hasCount(3);
            assertThat(text("plans", "a.txt")).isEqualTo("one");

            button(page, "Undo").click();
            assertThat(row(page, "a.txt")).hasCount(2);
            assertThat(text("plans", "a.txt")).isEqualTo("other");
            assertThat(Accessibility.violations(page)).isEmpty();
        }

        try (var page = open("/o/hanbit/storage/buckets/plans")) {
            button(page, "Delete a.txt").click();
            page.getByLabel("Close").first().click();
            flip(page, "Show versions");
            button(page, "Bring a.txt back").click();
            assertThat(page.getByText("a.txt is back.")).isVisible();
            assertThat(text("plans", "a.txt")).isEqualTo("other");
        }
    }

    @Test
    void aPolicyIsRefusedByItsLineAndRulesOfProgramsStay() {
        bucket("rules");
        try (var page = open("/o/hanbit/storage/buckets/rules/settings")) {
            var policy =
                    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Policy"));
            policy.fill("{\n  \"Statement\": [\n    {\"Effect\": \"Perhaps\"}\n  ]\n}");
            var form = page.locator("form").filter(new Locator.FilterOptions().setHas(policy));
            form.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("Line 3: Effect is Allow or Deny.")).isVisible();

            flip(page, "Delete objects");
            page.getByLabel("Delete objects: after how many days").fill("30");
            page.locator("form")
                    .filter(new Locator.FilterOptions().setHasText("Delete objects"))
                    .locator("button[type=submit]")
                    .click();
            assertThat(page.getByText("Saved.")).isVisible();
            button(page, "Undo").click();
            assertThat(page.getByLabel("Delete objects: after how many days")).isHidden();
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @Test
    void aWebhookIsMadeItsSecretShownOnceAndRenewed() {
        try (var page = open("/o/hanbit/storage/webhooks")) {
            button(page, "New webhook").first().click();
            var panel = page.getByRole(AriaRole.DIALOG);
            panel.getByLabel("Name").fill("scanner");
            panel.getByLabel("Address").fill("https://hooks.invalid/dure");
            panel.locator("button[type=submit]").click();
            var secret = panel.locator("code").first();
            secret.waitFor();
            var first = secret.innerText();
            page.keyboard().press("Escape");
            assertThat(page.getByText("https://hooks.invalid/dure")).isVisible();
            assertThat(page.getByText(first)).isHidden();

            button(page, "More for scanner").click();
            page.getByRole(
                            AriaRole.MENUITEM,
                            new Page.GetByRoleOptions().setName("Renew the secret"))
                    .click();
            assertThat(panel.getByText("For 24 hours messages are signed with both")).isVisible();
            assertThat(panel.locator("code").first()).not().hasText(first);
            page.keyboard().press("Escape");
            assertThat(page.getByText("the old secret holds until")).isVisible();

            button(page, "Send a test").click();
            assertThat(page.getByText("A test message is on its way to scanner.")).isVisible();
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @Test
    void whatIsDamagedIsNamedUntilItIsUploadedAgain() throws Exception {
        bucket("films");
        put("films", "intro.mp4", "frames");
        cloud.rot("films", "intro.mp4");
        try (var console = open("/console")) {
            assertThat(console.getByText("1 object is damaged")).isVisible();
        }

        try (var page = open("/o/hanbit/storage/buckets")) {
            assertThat(page.getByText("1 object is damaged")).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show")).click();
            assertThat(row(page, "intro.mp4")).isVisible();
            assertThat(Accessibility.violations(page)).isEmpty();

            var chooser =
                    page.waitForFileChooser(() -> button(page, "Upload intro.mp4 again").click());
            chooser.setFiles(
                    new com.microsoft.playwright.options.FilePayload(
                            "whole.mp4", "video/mp4", "frames".getBytes(StandardCharsets.UTF_8)));

            assertThat(page.getByText("Nothing is damaged")).isVisible();
        }
    }
}
