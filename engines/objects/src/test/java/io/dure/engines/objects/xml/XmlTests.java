package io.dure.engines.objects.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTests {
    private static Element read(String document) {
        return XmlReader.read(document.getBytes(StandardCharsets.UTF_8), "Delete");
    }

    @Test
    void whatIsWrittenIsRead() {
        var random = new Random(5);
        for (var round = 0; round < 500; round++) {
            var key = "k&<>\"'한글😀" + (char) (' ' + random.nextInt(5000));
            var document =
                    XmlWriter.s3("Delete").element("Object", o -> o.text("Key", key)).bytes();

            var read = XmlReader.read(document, "Delete");

            assertThat(read.all("Object").getFirst().text("Key")).contains(key);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<Delete>",
                "<Other/>",
                "<Delete/><Delete/>",
                "<Delete>&undefined;</Delete>",
                "<!DOCTYPE Delete [<!ENTITY x \"y\">]><Delete>&x;</Delete>",
                "<!DOCTYPE Delete SYSTEM \"http://127.0.0.1:1/x\"><Delete/>",
                "<!DOCTYPE Delete [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Delete>&x;</Delete>",
                "<Delete><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></Delete>"
            })
    void whatS3WouldNotTakeIsRefused(String document) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.error()).isEqualTo(S3Error.MALFORMED_XML));
    }

    @Test
    void noInputThrowsAnythingElse() {
        var random = new Random(9);
        var seed =
                "<Delete><Object><Key>a</Key></Object><Quiet>true</Quiet></Delete>"
                        .getBytes(StandardCharsets.UTF_8);
        for (var round = 0; round < 5000; round++) {
            var bytes = seed.clone();
            for (var flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                XmlReader.read(bytes, "Delete");
            } catch (S3Exception e) {
                assertThat(e.error()).isEqualTo(S3Error.MALFORMED_XML);
            }
        }
    }
}
