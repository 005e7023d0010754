package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PeopleOverHttpTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void aPersonsVersionIsAnETagThatAChangeMustBring() {
        var entered = dure.browser().post(dure.path("/people"), minsu("김민수"));
        var path = "/people/" + entered.text("id");
        var seen = header(entered, "ETag");

        var changed = put(path, minsu("김민서"), seen);
        var late = put(path, minsu("김민지"), seen);

        assertThat(seen).isEqualTo("\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isNotEqualTo(seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(dure.browser().get(dure.path(path)).text("name")).isEqualTo("김민서");
        assertThat(dure.browser().put(dure.path(path), minsu("김")).status()).isEqualTo(422);
    }

    @Test
    void aDepartmentOfAnOldVersionIsNotChanged() {
        var made = dure.browser().post(dure.path("/departments"), Map.of("name", "생산부"));
        var path = "/departments/" + made.text("id");
        var seen = "\"" + made.json().path("version").asLong() + "\"";

        assertThat(put(path, Map.of("name", "생산1부"), seen).status()).isEqualTo(200);
        assertThat(put(path, Map.of("name", "생산2부"), seen).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people | {\"name\": [\"a\"]} | name",
                "people | {\"name\": \"a\", \"birthday\": \"soon\"} | birthday",
                "people | {\"name\": \"a\", \"kind\": \"ROBOT\"} | kind",
                "people | {\"name\": \"a\", \"posts\": [{\"department\": 7, \"main\": true}]} | posts.department",
                "departments | {\"name\": \"a\", \"parent\": \"top\"} | parent",
                "departments | {\"name\": {}} | name"
            })
    void aWrongTypeIsNamed(String thing, String body, String field) {
        var answer = dure.browser().send("POST", dure.path("/" + thing), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "people, name, 101",
        "people, latinName, 101",
        "people, employeeNumber, 41",
        "people, phone, 41",
        "people, email, 255",
        "departments, name, 101",
        "groups, name, 101"
    })
    void whatIsTooLongIsRefusedByName(String thing, String field, int length) {
        var answer = enter(thing, field, "가".repeat(length));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("too-long");
    }

    @ParameterizedTest
    @CsvSource({"people, name", "people, chineseName", "departments, name", "groups, name"})
    void aControlCharacterIsRefusedAndNothingStored(String thing, String field) {
        var before = database.count("people.person", dure.id());

        var answer = enter(thing, field, "김\u0007민수");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("control-character");
        assertThat(database.count("people.person", dure.id())).isEqualTo(before);
    }

    @Test
    void aPhotoIsSentAgainOnlyWhenItChanged() throws IOException {
        var path = "/people/" + dure.owner() + "/photo";
        assertThat(send("PUT", path, "image/png", picture()).status()).isEqualTo(204);

        var first = dure.browser().get(dure.path(path));
        var again =
                dure.browser()
                        .send("GET", dure.path(path), null, "If-None-Match", header(first, "ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(header(first, "Content-Type")).isEqualTo("image/png");
        assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
    }

    @Test
    void whatIsNoPhotoIsRefusedWhateverItCallsItself() {
        var path = "/people/" + dure.owner() + "/photo";
        var html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(send("PUT", path, "image/png", html).status()).isEqualTo(422);
        assertThat(send("PUT", path, "text/html", html).status()).isEqualTo(415);
        assertThat(dure.browser().get(dure.path(path)).status()).isEqualTo(404);
    }

    @Test
    void anExportIsACsvFileThatAnImportReadsBack() {
        dure.browser().post(dure.path("/people"), minsu("김민수"));

        var export = dure.browser().get(dure.path("/people.csv"));
        var preview = send("POST", "/imports", "text/csv", bytes(export.raw().body()));

        assertThat(header(export, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(export, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(export, "Content-Disposition")).startsWith("attachment");
        assertThat(preview.status()).as(preview.raw().body()).isEqualTo(201);
        assertThat(preview.json().path("newPeople").asInt()).isZero();
    }

    @Test
    void anImportOfAControlCharacterNamesTheLine() {
        var preview = send("POST", "/imports", "text/csv", bytes("사번,이름\nA1,김\u0007민수\n"));

        assertThat(preview.json().path("errorCount").asInt()).isEqualTo(1);
        assertThat(preview.json().at("/errors/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void anUploadThatSaysItIsTooLargeIsRefusedAtItsFirstByte() throws IOException {
        var photo = upload("PUT", "/people/" + dure.owner() + "/photo", "image/png");
        var file = upload("POST", "/imports", "text/csv");

        assertThat(answerToBeginningOf(photo + "Content-Length: " + (Photo.MOST_BYTES + 1)))
                .contains(" 413 ");
        assertThat(answerToBeginningOf(file + "Content-Length: " + (Imports.MOST_BYTES + 1)))
                .contains(" 413 ");
    }

    @Test
    void anUploadWithoutALengthIsCutOffAtTheLimit() throws IOException {
        var photo = upload("PUT", "/people/" + dure.owner() + "/photo", "image/png");

        try (var socket = socket()) {
            var out = socket.getOutputStream();
            out.write(bytes(photo + "Transfer-Encoding: chunked\r\n\r\n"));
            for (var sent = 0; sent <= Photo.MOST_BYTES; sent += 8192) {
                chunk(out);
            }
            out.flush();

            assertThat(statusLine(socket)).contains(" 413 ");
        }
    }

    private Answer enter(String thing, String field, String value) {
        var body = new java.util.HashMap<>(Map.of("name", "김민수"));
        if (thing.equals("people")) {
            body.put("employeeNumber", "A1");
        }
        body.put(field, value);
        return dure.browser().post(dure.path("/" + thing), body);
    }

    private static Map<String, String> minsu(String name) {
        return Map.of("name", name, "employeeNumber", "A1");
    }

    private Answer put(String path, Object body, String ifMatch) {
        return dure.browser().send("PUT", dure.path(path), body, "If-Match", ifMatch);
    }

    private Answer send(String method, String path, String type, byte[] body) {
        return dure.browser().send(method, dure.path(path), body, "Content-Type", type);
    }

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /// The head of a request, to which the length is still to be added.
    private String upload(String method, String path, String type) {
        var cookie = "dure-o-" + dure.shortName();
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s=%s\r\nContent-Type: %s\r\n"
                .formatted(method, dure.path(path), cookie, dure.browser().cookie(cookie), type);
    }

    /// Sends the head and one byte, without which Spring takes the body for none.
    private String answerToBeginningOf(String head) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(bytes(head + "\r\n\r\n."));
            return statusLine(socket);
        }
    }

    private Socket socket() throws IOException {
        var root = dure.browser().get(dure.path("/me")).raw().uri();
        var socket = new Socket(root.getHost(), root.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void chunk(OutputStream out) throws IOException {
        out.write(bytes("2000\r\n"));
        out.write(new byte[8192]);
        out.write(bytes("\r\n"));
    }

    private static String statusLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (var read = socket.getInputStream().read();
                read >= 0 && read != '\n';
                read = socket.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
