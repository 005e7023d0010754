package io.dure.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// What is used, seen on the pages of whoever manages it and of the operator.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class UsageWalkTests {
    private static final String USAGE = "/api/o/hanbit/storage/usage";

    private TestingBrowser browser;
    private TestingCloud cloud;
    private BrowserContext owner;

    @BeforeAll
    void somethingIsUsed(@TempDir Path folder) throws Exception {
        browser = TestingBrowser.start();
        cloud = TestingCloud.up(browser, folder.resolve("data"));
        owner = browser.visitor("en-GB");
        cloud.signIn(owner);
        var object = cloud.at("/api/o/hanbit/storage/buckets/{bucket}/object?key=report.txt");
        var stored =
                owner.request()
                        .put(
                                object,
                                RequestOptions.create()
                                        .setHeader("Origin", cloud.address())
                                        .setHeader("Content-Type", "text/plain")
                                        .setData(new byte[5_000]));
        assertThat(stored.status()).isEqualTo(200);
        assertThat(owner.request().get(object).body()).hasSize(5_000);
        awaitCounted();
    }

    /// Counts come into the sums every few seconds.
    private void awaitCounted() throws InterruptedException {
        for (var tries = 0; tries < 60; tries++) {
            if (owner.request().get(cloud.address() + USAGE).text().contains("\"bytesOut\":5000")) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("nothing was counted");
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

    private static Locator table(Page page, String name) {
        return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void itStandsUnderTheStorageByBucketAndByKey() {
        try (var page = open("/o/hanbit/storage/buckets")) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Usage")).click();
            assertThat(table(page, "Who used it").getByText("quality")).isVisible();
            assertThat(table(page, "Who used it").getByText("4.9 KiB").first()).isVisible();

            page.getByText("By key").click();

            assertThat(table(page, "Who used it").getByText("These pages")).isVisible();
            page.waitForURL(Pattern.compile("group=KEY"));
        }
    }

    @Test
    void theKeyboardReadsAChartAndOpensItsNumbers() {
        try (var page = open("/o/hanbit/storage/usage")) {
            var chart =
                    page.getByRole(
                            AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Requests"));
            chart.focus();
            page.keyboard().press("End");
            assertThat(page.getByText(Pattern.compile("Writes \\d+ · Reads 1 · Deletes 0")))
                    .isVisible();
            assertThat(chart)
                    .hasAttribute(
                            "aria-valuetext", Pattern.compile("Writes \\d+ · Reads 1 · Deletes 0"));

            page.keyboard().press("Escape");
            assertThat(page.getByText(Pattern.compile("Writes \\d+ · Reads 1 · Deletes 0")))
                    .isHidden();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
            assertThat(table(page, "The numbers").getByRole(AriaRole.ROW)).hasCount(31);
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @Test
    void itIsSavedForSpreadsheets() throws IOException {
        try (var page = open("/o/hanbit/storage/usage")) {
            var save =
                    page.getByRole(
                            AriaRole.LINK, new Page.GetByRoleOptions().setName("Save as CSV"));

            var download = page.waitForDownload(save::click);

            assertThat(download.suggestedFilename()).isEqualTo("usage.csv");
            var text =
                    new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("\uFEFFbegin,bucket,").contains(",quality,");
        }
    }

    @Test
    void theOperatorComparesOrganisationsAndOpensOne() {
        try (var page = open("/console/usage")) {
            assertThat(table(page, "Usage").getByText("한빛정밀")).isVisible();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("한빛정밀")).click();

            page.waitForURL("**/console/organisations/*");
        }
    }
}
