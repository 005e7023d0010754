package io.dure.e2e;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A served cloud with an operator, `sora`, and an organisation, `hanbit`, owned by `minsu`: made
/// through the API, for tests that are about pages.
final class TestingCloud implements AutoCloseable {
    static final String PASSWORD = "correct-horse-7-battery";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestingDure dure;

    private TestingCloud(TestingDure dure) {
        this.dure = dure;
    }

    static TestingCloud up(TestingBrowser browser, Path data)
            throws IOException, InterruptedException {
        var dure = TestingDure.up(data);
        var cloud = new TestingCloud(dure);
        try (var operator = browser.visitor("en-GB")) {
            cloud.makeOperator(operator);
            cloud.makeOrganisation(operator);
        }
        return cloud;
    }

    private void makeOperator(BrowserContext operator) throws IOException {
        var link = dure.firstLink();
        send(
                operator,
                "/api/console/first-start",
                Map.of(
                        "token",
                        link.substring(link.indexOf('=') + 1),
                        "login",
                        "sora",
                        "name",
                        "Sora Min",
                        "password",
                        PASSWORD));
    }

    /// By the launcher: an operator without a second factor may not.
    private void makeOrganisation(BrowserContext visitor) throws IOException, InterruptedException {
        var outcome =
                Launcher.run(
                        Path.of("."),
                        "tenant",
                        "create",
                        "hanbit",
                        "한빛정밀",
                        "--owner",
                        "minsu",
                        "--owner-name",
                        "김민수",
                        "--data",
                        dure.data().toString());
        var output = outcome.output();
        var token = output.substring(output.indexOf("token=") + "token=".length()).strip();
        send(visitor, "/api/o/hanbit/links/use", Map.of("token", token, "password", PASSWORD));
    }

    /// Signs a visitor in to both houses.
    void signIn(BrowserContext visitor) {
        send(visitor, "/api/console/sessions", Map.of("login", "sora", "password", PASSWORD));
        send(visitor, "/api/o/hanbit/sessions", Map.of("login", "minsu", "password", PASSWORD));
    }

    JsonNode send(BrowserContext visitor, String path, Map<String, ?> body) {
        APIResponse response =
                visitor.request()
                        .post(
                                dure.address() + path,
                                RequestOptions.create()
                                        .setHeader("Origin", dure.address())
                                        .setData(body));
        if (!response.ok()) {
            throw new IllegalStateException(path + ": " + response.status() + response.text());
        }
        return response.body().length == 0
                ? JSON.createObjectNode()
                : JSON.readTree(response.text());
    }

    String address() {
        return dure.address();
    }

    @Override
    public void close() throws IOException {
        dure.close();
    }
}
