package io.dure.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses the API as the web app does: with cookies, from the same origin.
final class Visitor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Visitor(String address) {
        this.address = address;
    }

    /// Uses a one-time link, and is signed in to its organisation.
    ///
    /// @param path of the link's page, with its token
    void accept(String organisation, String path, String password)
            throws IOException, InterruptedException {
        var token = path.substring(path.indexOf("token=") + "token=".length()).strip();
        post("/api/o/" + organisation + "/links/use", Map.of("token", token, "password", password));
    }

    void signIn(String organisation, String login, String password)
            throws IOException, InterruptedException {
        post("/api/o/" + organisation + "/sessions", Map.of("login", login, "password", password));
    }

    /// Tries to sign in, at a server that may have other worries.
    boolean signedIn(String organisation, String login, String password)
            throws InterruptedException {
        try {
            signIn(organisation, login, password);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var answer =
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        return JSON.readTree(answer);
    }

    void put(String path, byte[] body) throws IOException, InterruptedException {
        send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    /// Offers a body, which may be refused.
    ///
    /// @return the answer's status
    int offer(String path, byte[] body) throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .timeout(PATIENCE)
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    void delete(String path) throws IOException, InterruptedException {
        send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Origin", address);
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var built = request.build();
        var answer = client.send(built, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IOException(
                    built.uri()
                            + ": "
                            + answer.statusCode()
                            + " "
                            + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
