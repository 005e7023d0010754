package io.dure.engines.objects.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// That docs/s3/README.md says what there is, and what there is not.
class DocumentedRoutesTests {
    private static final Pattern SUBRESOURCE = Pattern.compile("`\\?([A-Za-z-]+)`");

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "..", "docs", "s3", "README.md"));
    }

    @Test
    void whatIsNotImplementedIsNamed() throws IOException {
        var named = SUBRESOURCE.matcher(page()).results().map(match -> match.group(1)).toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(Routes.UNSUPPORTED);
    }

    @Test
    void everyOperationIsNamed() throws IOException, URISyntaxException {
        assertThat(page())
                .contains(
                        RouteAccessTests.operations().stream()
                                .map(Class::getSimpleName)
                                .filter(name -> !name.endsWith("Document"))
                                .toList());
    }
}
