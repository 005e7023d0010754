package io.dure.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shell around every page: what an organisation and its people chose of it is what every
/// browser shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class HousesTests {
    /// A picture's own width, once it is there.
    private static final String WIDTH =
            "async (img) => { await img.decode(); return img.naturalWidth }";

    private TestingBrowser browser;
    private TestingCloud cloud;

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

    @ParameterizedTest
    @ValueSource(strings = {"/o/hanbit/home", "/console"})
    void themeAndLanguageFollowThePersonToAnotherBrowser(String house) {
        try (var here = visitor();
                var elsewhere = visitor()) {
            var page = open(here, house);
            choose(page, "Dark");
            choose(page, "한국어");
            assertThat(page.locator("html")).hasAttribute("lang", "ko");
            assertThat(page.locator("html")).hasAttribute("data-mantine-color-scheme", "dark");

            var other = open(elsewhere, house);

            assertThat(other.locator("html")).hasAttribute("lang", "ko");
            assertThat(other.locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
            choose(other, "English");
            choose(other, "Auto");
            assertThat(other.locator("html")).hasAttribute("data-mantine-color-scheme", "light");
        }
    }

    @Test
    void aDeviceShowsItsThemeBeforeAnythingIsPainted() {
        try (var visitor = visitor()) {
            visitor.addInitScript("localStorage.setItem('mantine-color-scheme-value', 'dark')");
            var page = visitor.newPage();
            // Without its script the page stays as it is painted first.
            page.route(Pattern.compile("/assets/.*\\.js"), route -> route.abort());
            page.navigate(cloud.address() + "/o/hanbit/sign-in");

            assertThat(page.locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
        }
    }

    @Test
    void theMenuIsAsTheOrganisationWantsIt() {
        try (var owner = visitor()) {
            settings(
                    owner,
                    Map.of("menuOrder", List.of("storage", "people"), "startPage", "people"));

            var page = open(owner, "/o/hanbit");

            page.waitForURL("**/o/hanbit/directory");
            assertThat(modules(page))
                    .hasText(new String[] {"Storage", "Directory", "Home", "Administration"});

            settings(owner, Map.of("menuOrder", List.of(), "startPage", ""));
        }
    }

    @Test
    void aModuleThatIsSwitchedOffSaysSo() {
        try (var owner = visitor()) {
            settings(owner, Map.of("modulesOff", List.of("storage")));

            var page = open(owner, "/o/hanbit/storage/buckets");

            assertThat(page.getByText("Storage is switched off")).isVisible();
            assertThat(modules(page)).hasText(new String[] {"Home", "Directory", "Administration"});

            settings(owner, Map.of("modulesOff", List.of()));
        }
    }

    /// The shell was there before the panel, whose page comes by a click.
    @Test
    void searchLiesOnAPanelAndLeavesItAsItWas() {
        try (var owner = visitor()) {
            var page = open(owner, "/o/hanbit/home");
            modules(page).filter(new Locator.FilterOptions().setHasText("Storage")).click();
            button(page, "New bucket").first().click();
            var panel = page.getByRole(AriaRole.DIALOG);
            var name = panel.getByLabel("Name");
            name.fill("drawings");

            page.keyboard().press("ControlOrMeta+K");
            var search = page.getByRole(AriaRole.COMBOBOX);
            assertThat(search).isFocused();
            search.click();
            page.keyboard().type("김");
            assertThat(search).hasValue("김");
            page.keyboard().press("Escape");

            assertThat(search).isHidden();
            assertThat(name).hasValue("drawings");
            assertThat(name).isFocused();
            page.keyboard().press("Escape");
            assertThat(panel).isHidden();
        }
    }

    @Test
    void aPhotoIsCutAndShownAndTakenBack() throws IOException {
        try (var owner = visitor()) {
            var page = open(owner, "/o/hanbit/account/profile");
            var chooser = page.waitForFileChooser(button(page, "Upload a photo")::click);
            chooser.setFiles(new FilePayload("me.png", "image/png", picture()));
            // Until the picture is read there is no dialog, and "Save" is the profile's alone.
            var cropper = page.getByRole(AriaRole.DIALOG);
            cropper.getByLabel("Drag it").press("ArrowRight");
            cropper.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Save").setExact(true))
                    .click();

            assertThat(page.locator("header img[src*='/photo']")).isVisible();
            assertThat(page.locator("main img").evaluate(WIDTH)).isEqualTo(512);

            button(page, "Remove").click();
            assertThat(page.locator("header img[src*='/photo']")).hasCount(0);
            button(page, "Undo").click();
            assertThat(page.locator("header img[src*='/photo']")).isVisible();
        }
    }

    @Test
    void supportLooksInOnceItMayAndEverybodySeesIt() {
        try (var operator = visitor();
                var owner = visitor()) {
            var console = open(operator, "/console/organisations");
            console.getByText("한빛정밀").first().click();
            console.getByLabel("Reason").fill("The bill");
            button(console, "Ask for access").click();
            assertThat(console.getByText("Asked", exactly())).isVisible();
            assertThat(button(console, "Look in")).hasCount(0);

            var house = open(owner, "/o/hanbit/admin/support");
            assertThat(house.getByText("asks to look in: The bill")).isVisible();
            button(house, "Allow").click();
            button(console, "Look in").click();

            console.waitForURL("**/o/hanbit/**");
            assertThat(console.getByText("You look into 한빛정밀 as support")).isVisible();
            house.reload();
            assertThat(house.getByText("looks into this organisation as support")).isVisible();

            button(console, "Leave").first().click();
            console.waitForURL("**/console/organisations");
            assertThat(console.request().get(cloud.address() + "/api/o/hanbit/me").status())
                    .isEqualTo(401);
        }
    }

    private BrowserContext visitor() {
        var visitor =
                browser.visitor(
                        new NewContextOptions()
                                .setLocale("en-GB")
                                .setColorScheme(ColorScheme.LIGHT));
        cloud.signIn(visitor);
        return visitor;
    }

    private Page open(BrowserContext visitor, String place) {
        var page = visitor.newPage();
        page.navigate(cloud.address() + place);
        return page;
    }

    private void settings(BrowserContext owner, Map<String, ?> change) {
        cloud.change(owner, "/api/o/hanbit/organisation", change);
    }

    /// Opens one's own menu and presses a choice there.
    private static void choose(Page page, String choice) {
        var menu = Pattern.compile("my menu|내 메뉴");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(menu)).click();
        page.getByText(choice, exactly()).click();
        page.keyboard().press("Escape");
        assertThat(page.getByText("English", exactly())).isHidden();
    }

    private static Locator modules(Page page) {
        return page.getByRole(AriaRole.NAVIGATION).first().getByRole(AriaRole.LINK);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
