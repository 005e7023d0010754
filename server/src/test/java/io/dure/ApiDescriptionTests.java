package io.dure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the committed description, from which the web's client is made, equal to what the server
/// says. `./dure api` runs it with `-Ddure.api.write=true`, which writes the file anew.
@ServerTest
class ApiDescriptionTests {
    private static final Path COMMITTED = Path.of("../docs/api/openapi.json");

    @LocalServerPort int port;

    @Test
    void theCommittedDescriptionIsWhatTheServerSays() throws Exception {
        var served = served();
        if (Boolean.getBoolean("dure.api.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(served)
                .as("run `./dure api` and commit docs/api/openapi.json")
                .isEqualTo(Files.readString(COMMITTED));
    }

    private String served() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/api/openapi.json"))
                            .build();
            var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            return json.writeValueAsString(
                            json.readTree(client.send(request, BodyHandlers.ofString()).body()))
                    + "\n";
        }
    }
}
