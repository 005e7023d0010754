package io.dure.bench.objects;

import io.dure.bench.RunningServer;
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

/// The server's own API: signs an organisation up, comes in as its owner, and makes an access key.
final class Api implements AutoCloseable {
    private static final String ORGANISATION = "bench";
    private static final long PLENTY_BYTES = 1L << 40;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI server;
    private final String operatorToken;

    /// @param data the data folder, whose token lets its reader command the server
    Api(RunningServer server, Path data) throws IOException {
        this.server = server.http();
        this.operatorToken = Files.readString(data.resolve("operator.token")).strip();
    }

    /// @return an access key of a new organisation that may store as much as it likes
    Key rent() throws IOException, InterruptedException {
        var signedUp =
                post(
                        "/api/console/organisations",
                        Map.of(
                                "shortName", ORGANISATION,
                                "name", "Benchmark",
                                "language", "en",
                                "timeZone", "UTC",
                                "state", "ACTIVE",
                                "plan",
                                        Map.of(
                                                "people",
                                                10,
                                                "storageBytes",
                                                PLENTY_BYTES,
                                                "modules",
                                                List.of("storage")),
                                "owner", Map.of("login", "owner", "name", "Owner")),
                        operatorToken);
        var path = signedUp.path("invitation").path("path").asString();
        var password = UUID.randomUUID().toString();
        var token = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('=')) + 1);
        post(house("/links/use"), Map.of("token", token, "password", password), "");
        var key =
                post(
                        house("/storage/keys"),
                        Map.of(
                                "kind", "APPLICATION",
                                "name", "bench",
                                "rights", List.of("READ", "WRITE", "BUCKETS")),
                        "");
        return new Key(key.path("key").path("id").asString(), key.path("secret").asString());
    }

    void createBucket(String name) throws IOException, InterruptedException {
        post(house("/storage/buckets"), Map.of("name", name), "");
    }

    private static String house(String path) {
        return "/api/o/" + ORGANISATION + path;
    }

    private JsonNode post(String path, Map<String, ?> body, String bearer)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "POST " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
