package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Pictures of every page, and of what opens over it, in both languages, themes and widths, filled
/// with the demonstration, in `out/screenshots`: `./dure screenshots`.
@Tag("screenshots")
class ScreenshotsTests {
    private static final Path OUT = Path.of("../out/screenshots");
    private static final List<String> LOCALES = List.of("ko-KR", "en-GB");
    private static final List<Integer> WIDTHS = List.of(1440, 390);

    @Test
    void arePaintedOfEveryPage(@TempDir Path folder) throws Exception {
        Files.createDirectories(OUT);
        try (var browser = TestingBrowser.start();
                var cloud = TestingCloud.demonstration(browser, folder.resolve("data"))) {
            for (var locale : LOCALES) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (var width : WIDTHS) {
                        paint(browser, cloud, locale, scheme, width);
                    }
                }
            }
        }

        assertThat(OUT).isNotEmptyDirectory();
    }

    private static void paint(
            TestingBrowser browser,
            TestingCloud cloud,
            String locale,
            ColorScheme scheme,
            int width)
            throws IOException {
        var options =
                new NewContextOptions()
                        .setLocale(locale)
                        .setColorScheme(scheme)
                        .setViewportSize(width, width > 1000 ? 900 : 844);
        try (var visitor = browser.visitor(options)) {
            cloud.signIn(visitor);
            var language = locale.substring(0, 2);
            var look = language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
            Places.all().forEach(place -> paint(visitor, cloud, place, look));
            var texts = texts(language);
            Panel.ALL.forEach(panel -> paint(visitor, cloud, panel, texts, look));
        }
    }

    private static Map<String, String> texts(String language) throws IOException {
        var file = Files.readString(Path.of("../web/src/i18n/" + language + ".json"));
        return JsonMapper.shared().readValue(file, new TypeReference<>() {});
    }

    private static void paint(
            BrowserContext visitor, TestingCloud cloud, String place, String look) {
        try (var page = visitor.newPage()) {
            page.navigate(cloud.at(place));
            save(page, Places.fileName(place) + "-" + look, true);
        }
    }

    private static void paint(
            BrowserContext visitor,
            TestingCloud cloud,
            Panel panel,
            Map<String, String> texts,
            String look) {
        try (var page = visitor.newPage()) {
            page.navigate(cloud.at(panel.place()));
            var button = new Page.GetByRoleOptions().setName(texts.get(panel.button()));
            page.getByRole(AriaRole.BUTTON, button).first().click();
            save(page, panel.fileName() + "-" + look, false);
        }
    }

    private static void save(Page page, String name, boolean whole) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(OUT.resolve(name + ".png"))
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setFullPage(whole));
    }
}
