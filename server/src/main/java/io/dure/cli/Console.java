package io.dure.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The console's API of the server that serves a data folder.
final class Console {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final String token;

    private Console(String address, String token) {
        this.address = address;
        this.token = token;
    }

    static Console of(Path dataFolder) {
        return new Console(read(dataFolder, "address"), read(dataFolder, "operator.token"));
    }

    private static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new RefusedException(
                    "No Dure has served "
                            + folder
                            + ", or you may not read it; name the data folder with --data.");
        }
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /// A value, as it stands in a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The address of a page, for somebody to open.
    String page(String path) {
        return address + path;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/console" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try (var client = HttpClient.newBuilder().sslContext(OwnServer.trusted()).build()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            var json =
                    answer.body().isBlank()
                            ? MissingNode.getInstance()
                            : JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new RefusedException(
                        json.path("detail")
                                .asString("The server said " + answer.statusCode() + "."));
            }
            return json;
        } catch (IOException e) {
            throw new RefusedException(
                    "No server answers at " + address + "; is ./dure up running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted.");
        }
    }
}
