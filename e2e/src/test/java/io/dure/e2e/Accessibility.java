package io.dure.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What axe-core, the web app's own development dependency, finds wrong with a page.
final class Accessibility {
    private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");

    private static final String RUN =
            """
            async () => {
                const found = await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                });
                return found.violations.map(v =>
                    v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '));
            }
            """;

    private Accessibility() {}

    /// @return a line for each rule the page breaks, with where
    static List<String> violations(Page page) {
        // Evaluated rather than added as an element, which the page's CSP refuses.
        page.evaluate(axe());
        var found = (List<?>) page.evaluate(RUN);
        return found.stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
