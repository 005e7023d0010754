package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of every page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class PagesTests {
    private TestingBrowser browser;
    private TestingCloud cloud;
    private BrowserContext light;
    private BrowserContext dark;
    private BrowserContext phone;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = TestingBrowser.start();
        cloud = TestingCloud.up(browser, folder.resolve("data"));
        light = visitor(ColorScheme.LIGHT, 1440);
        dark = visitor(ColorScheme.DARK, 1440);
        phone = visitor(ColorScheme.LIGHT, 390);
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        cloud.close();
    }

    @ParameterizedTest
    @MethodSource("io.dure.e2e.Places#all")
    void neitherAxeNorTheBrowserFindsAFault(String place) {
        var complaints = new ArrayList<String>();
        try (var page = light.newPage()) {
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            visit(page, place);

            complaints.addAll(Accessibility.violations(page));
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.dure.e2e.Places#all")
    void axeFindsNothingInTheDark(String place) {
        try (var page = open(dark, place)) {
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.dure.e2e.Places#all")
    void nothingIsWiderThanAPhone(String place) {
        try (var page = open(phone, place)) {
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }

    private BrowserContext visitor(ColorScheme scheme, int width) {
        var visitor =
                browser.visitor(
                        new NewContextOptions()
                                .setLocale("en-GB")
                                .setColorScheme(scheme)
                                .setViewportSize(width, 900));
        cloud.signIn(visitor);
        return visitor;
    }

    private Page open(BrowserContext visitor, String place) {
        var page = visitor.newPage();
        visit(page, place);
        return page;
    }

    private void visit(Page page, String place) {
        page.navigate(cloud.at(place));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        // Some places lead on to another.
        page.locator("h1").first().waitFor();
    }
}
