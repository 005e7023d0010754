package io.dure.e2e;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A served cloud with an operator, `sora`, and an organisation, `hanbit`, owned by `minsu`: made
/// through the API, for tests that are about pages.
final class TestingCloud implements AutoCloseable {
    static final String PASSWORD = "correct-horse-7-battery";

    /// One of the demonstration's.
    private static final String BUCKET = "quality";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestingDure dure;
    private final List<Cookie> cookies = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private TestingCloud(TestingDure dure) {
        this.dure = dure;
    }

    static TestingCloud up(TestingBrowser browser, Path data)
            throws IOException, InterruptedException {
        var cloud = new TestingCloud(TestingDure.up(data));
        try (var visitor = browser.visitor("en-GB")) {
            cloud.makeOperator(visitor);
            cloud.makeOrganisation(visitor);
            cloud.send(visitor, "/api/o/hanbit/storage/buckets", Map.of("name", BUCKET));
            cloud.cookies.addAll(visitor.cookies());
            cloud.learnNames(visitor);
        }
        return cloud;
    }

    /// The demonstration's organisations instead, with its operator and the owner of `hanbit`.
    static TestingCloud demonstration(TestingBrowser browser, Path data)
            throws IOException, InterruptedException {
        var cloud = new TestingCloud(TestingDure.up(data, "--demo"));
        try (var visitor = browser.visitor("en-GB")) {
            cloud.enter(visitor, "/api/console/sessions", "operator: (\\S+)");
            cloud.enter(visitor, "/api/o/hanbit/sessions", "/o/hanbit +owner: ([^\\s,]+)");
            cloud.cookies.addAll(visitor.cookies());
            cloud.learnNames(visitor);
        }
        return cloud;
    }

    private void enter(BrowserContext visitor, String sessions, String login) throws IOException {
        var said = dure.output();
        send(
                visitor,
                sessions,
                Map.of("login", in(said, login), "password", in(said, "every password is (\\S+)")));
    }

    private static String in(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
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
        var secret = send(operator, "/api/console/me/totp", Map.of()).path("secret").asString();
        send(
                operator,
                "/api/console/me/totp/confirmation",
                Map.of("code", new Authenticator(secret).code()));
    }

    private void makeOrganisation(BrowserContext owner) throws IOException, InterruptedException {
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
        send(owner, "/api/o/hanbit/links/use", Map.of("token", token, "password", PASSWORD));
        send(owner, "/api/o/hanbit/sessions", Map.of("login", "minsu", "password", PASSWORD));
    }

    /// What the places in braces are here.
    private void learnNames(BrowserContext visitor) {
        var invited =
                send(visitor, "/api/o/hanbit/people", Map.of("login", "invited", "name", "이서연"));
        var link =
                send(
                        visitor,
                        "/api/o/hanbit/people/" + invited.path("id").asString() + "/link",
                        Map.of());
        names.put("{invitation}", link.path("path").asString().substring("/o/hanbit/".length()));
        names.put("{person}", get(visitor, "/api/o/hanbit/me").path("id").asString());
        names.put("{operator}", get(visitor, "/api/console/me").path("id").asString());
        names.put("{bucket}", BUCKET);
        get(visitor, "/api/console/organisations")
                .path("items")
                .forEach(each -> {
                    if (each.path("shortName").asString().equals("hanbit")) {
                        names.put("{organisation}", each.path("id").asString());
                    }
                });
    }

    private JsonNode get(BrowserContext visitor, String path) {
        return JSON.readTree(visitor.request().get(dure.address() + path).text());
    }

    /// @return the whole address of one of the [Places]
    String at(String place) {
        var path = place;
        for (var name : names.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return dure.address() + path;
    }

    /// Makes a visitor whom both houses know: the operator in one, the owner in the other.
    void signIn(BrowserContext visitor) {
        visitor.addCookies(cookies);
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

    /// Changes a versioned thing.
    void change(BrowserContext visitor, String path, Map<String, ?> change) {
        var seen = visitor.request().get(dure.address() + path);
        var answer =
                visitor.request()
                        .patch(
                                dure.address() + path,
                                RequestOptions.create()
                                        .setHeader("Origin", dure.address())
                                        .setHeader("If-Match", seen.headers().get("etag"))
                                        .setData(change));
        if (!answer.ok()) {
            throw new IllegalStateException(path + ": " + answer.status() + answer.text());
        }
    }

    /// Lets eleven minutes pass since anybody proved who they are.
    void ageProofs() throws IOException, SQLException {
        dure.execute("update identity.session set proved_at = now() - interval '11 minutes'");
    }

    /// Has an object of `hanbit` found damaged, as the scrub would.
    void rot(String bucket, String key) throws IOException, SQLException {
        dure.execute(
                """
                insert into storage.damage (tenant_id, body_id, bucket, key, reason, found_at)
                select o.tenant_id, o.body_ids[1], b.name, o.key, 'chunk 0 differs', now()
                from storage.stored_object o join storage.bucket b using (tenant_id, bucket_id)
                where b.name = '%s' and o.key = '%s'
                """
                        .formatted(bucket, key));
    }

    String address() {
        return dure.address();
    }

    @Override
    public void close() throws IOException {
        dure.close();
    }
}
