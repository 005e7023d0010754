package io.dure.engines.objects.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Exception;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds of every form, however its bytes come, for forms come from strangers.
class FormPropertyTests {
    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;
    private static final SizeRange ANY = new SizeRange(0, Long.MAX_VALUE);

    /// What looks like a boundary, and is none.
    private static final List<String> PIECES =
            List.of(
                    "\r",
                    "\n",
                    "\r\n",
                    "\r\n--",
                    "\r\n----WebKitForm",
                    "\r\n--" + BOUNDARY.substring(0, BOUNDARY.length() - 1),
                    "--" + BOUNDARY,
                    "\n--" + BOUNDARY + "--",
                    BOUNDARY,
                    "\r\r\n--",
                    "a",
                    "\u0000\u00ff");

    private static final List<String> HEADERS =
            List.of(
                    "Content-Disposition:",
                    " form-data",
                    ";",
                    "name=",
                    "filename=",
                    "\"",
                    "\\\"",
                    "file",
                    "key",
                    "=",
                    "\r\n",
                    "\r\n\r\n",
                    "\r\n--" + BOUNDARY,
                    "--",
                    "\u00ff",
                    "\u0000",
                    ":");

    /// Comes in pieces of a few bytes.
    private static final class Dribble extends InputStream {
        private final InputStream bytes;
        private final Random random;
        private final int most;

        private Dribble(byte[] bytes, Random random, int most) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A boundary, at the beginning of a line, is what no file has.
    private static byte[] file(Random random) {
        var file = pieces(random);
        var text = "\r\n" + new String(file, StandardCharsets.ISO_8859_1);
        return text.contains("\r\n--" + BOUNDARY) ? file(random) : file;
    }

    private static byte[] pieces(Random random) {
        var file = new ByteArrayOutputStream();
        if (random.nextInt(4) == 0) {
            var large = new byte[random.nextInt(100_000)];
            random.nextBytes(large);
            file.writeBytes(large);
        }
        for (var pieces = random.nextInt(12); pieces > 0; pieces--) {
            file.writeBytes(bytes(PIECES.get(random.nextInt(PIECES.size()))));
        }
        return file.toByteArray();
    }

    private static byte[] form(byte[] file, String end) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                bytes(
                        "--%s\r\nContent-Disposition: form-data; name=\"Key\"\r\n\r\nk\r\n--%s\r\n"
                                .formatted(BOUNDARY, BOUNDARY)));
        form.writeBytes(
                bytes(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\nContent-Type: text/plain\r\n\r\n"));
        form.writeBytes(file);
        form.writeBytes(bytes(end));
        return form.toByteArray();
    }

    private static String random(Random random, List<String> pieces, int most) {
        var text = new StringBuilder();
        for (var left = random.nextInt(most); left > 0; left--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    @Test
    void aFileComesOutAsItWentInHoweverItIsCut() throws IOException {
        var random = new Random(29);
        for (var round = 0; round < 3_000; round++) {
            var file = file(random);
            var body = form(file, "\r\n--" + BOUNDARY + "--\r\n");
            var most = 1 + random.nextInt(random.nextBoolean() ? 8 : 50_000);

            var form = Form.read(new Dribble(body, random, most), TYPE);

            assertThat(form.fields().find("key")).contains("k");
            assertThat(form.largestFile(body.length))
                    .isBetween((long) file.length, file.length + 2L);
            var out = form.file(ANY);
            assertThat(round % 2 == 0 ? out.readAllBytes() : byByte(out)).isEqualTo(file);
            assertThat(out.read()).isEqualTo(-1);
        }
    }

    private static byte[] byByte(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var octet = in.read(); octet >= 0; octet = in.read()) {
            out.write(octet);
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatNoBoundaryEndsIsCutShort() throws IOException {
        var random = new Random(31);
        var end = "\r\n--" + BOUNDARY;
        for (var length = 0; length < end.length(); length++) {
            var body = form(file(random), end.substring(0, length));
            var file = Form.read(new Dribble(body, random, 1000), TYPE).file(ANY);

            assertThatThrownBy(file::readAllBytes).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void noFormThrowsAnythingButARefusal() throws IOException {
        var random = new Random(37);
        for (var round = 0; round < 20_000; round++) {
            var body = bytes("--" + BOUNDARY + "\r\n" + random(random, HEADERS, 16));
            refusedOrRead(body, TYPE);
            var cut = form(file(random), "\r\n--" + BOUNDARY + "--");
            refusedOrRead(Arrays.copyOf(cut, random.nextInt(cut.length)), TYPE);
        }
    }

    private static void refusedOrRead(byte[] body, String type) throws IOException {
        try {
            Form.read(new ByteArrayInputStream(body), type).file(ANY).readAllBytes();
        } catch (S3Exception e) {
            assertThat(e.error().status()).isEqualTo(400);
        } catch (EOFException e) {
            assertThat(e).hasMessageContaining("ends");
        }
    }

    @Test
    void noPolicyThrowsAnythingButARefusal() {
        var random = new Random(41);
        var pieces =
                List.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"expiration\"",
                        "\"conditions\"",
                        "\"eq\"",
                        "\"$key\"",
                        "\"content-length-range\"",
                        "1",
                        "-1",
                        "1e9",
                        "null",
                        "true",
                        "\"2030-01-01T00:00:00Z\"",
                        "\"",
                        "\\",
                        "\u00ff",
                        " ");
        for (var round = 0; round < 50_000; round++) {
            var text = (round % 2 == 0 ? "{" : "") + random(random, pieces, 16);
            var encoded = Base64.getEncoder().encodeToString(bytes(text));
            try {
                PostPolicy.parse(encoded);
            } catch (S3Exception e) {
                assertThat(e.error().code()).isEqualTo("InvalidPolicyDocument");
            }
        }
    }
}
