package io.dure.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's own API, as the owner of an organisation that was just signed up.
public final class Api implements AutoCloseable {
    private static final String ORGANISATION = "bench";
    private static final int MANY_PEOPLE = 100_000;
    private static final long PLENTY_BYTES = 1L << 40;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI server;

    private Api(RunningServer server) {
        this.server = server.http();
    }

    /// Signs an organisation up that may have and store as much as it likes, and comes in.
    ///
    /// @param data the data folder, whose token lets its reader command the server
    public static Api signUp(RunningServer server, Path data)
            throws IOException, InterruptedException {
        return signUp(server, data, true);
    }

    /// @param encrypted whether what it stores is encrypted, also when nobody asks
    public static Api signUp(RunningServer server, Path data, boolean encrypted)
            throws IOException, InterruptedException {
        var api = new Api(server);
        try {
            api.signUp(Files.readString(data.resolve("operator.token")).strip(), encrypted);
            return api;
        } catch (IOException | InterruptedException | RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private void signUp(String operatorToken, boolean encrypted)
            throws IOException, InterruptedException {
        var plan =
                Map.of(
                        "people",
                        MANY_PEOPLE,
                        "storageBytes",
                        PLENTY_BYTES,
                        "modules",
                        List.of("storage"),
                        "encrypted",
                        encrypted);
        var organisation =
                Map.of(
                        "shortName", ORGANISATION,
                        "name", "Benchmark",
                        "language", "en",
                        "timeZone", "UTC",
                        "state", "ACTIVE",
                        "plan", plan,
                        "owner", Map.of("login", "owner", "name", "Owner"));
        var signedUp =
                send(
                        json("POST", "/api/console/organisations", organisation)
                                .header("Authorization", "Bearer " + operatorToken));
        var path = signedUp.path("invitation").path("path").asString();
        var token = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1);
        post("/links/use", Map.of("token", token, "password", UUID.randomUUID().toString()));
    }

    /// @param path below the organisation's
    public JsonNode post(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return send(json("POST", house(path), body));
    }

    /// @param path below the organisation's
    public JsonNode post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(request(house(path), type).POST(BodyPublishers.ofString(body)));
    }

    /// @param path below the organisation's
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(house(path))));
    }

    private static String house(String path) {
        return "/api/o/" + ORGANISATION + path;
    }

    private HttpRequest.Builder json(String method, String path, Map<String, ?> body) {
        return request(path, "application/json")
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var sent = request.build();
        var answer = http.send(sent, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    sent.method()
                            + " "
                            + sent.uri().getPath()
                            + " answered "
                            + answer.statusCode()
                            + ": "
                            + answer.body());
        }
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
