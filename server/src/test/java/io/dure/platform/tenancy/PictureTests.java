package io.dure.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.platform.problem.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTests {
    private static final int MOST_BYTES = 256 * 1024;
    private static final byte[] PNG = TestingPictures.png(40, 30);
    private static final byte[] JPEG = TestingPictures.jpeg(40, 30);

    /// Where the size stands in a PNG: behind the signature, and IHDR's length and type.
    private static final int PNG_WIDTH = 16;

    private static Picture of(byte[] bytes) {
        return Picture.of("photo", bytes, MOST_BYTES);
    }

    private static void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> of(bytes))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> {
                            assertThat(e.errors().getFirst().field()).isEqualTo("photo");
                            assertThat(e.errors().getFirst().code()).isEqualTo(code);
                        });
    }

    @Test
    void aWholePictureIsKeptAsItCame() {
        assertThat(of(PNG).bytes()).isEqualTo(PNG);
        assertThat(of(PNG).mediaType()).isEqualTo("image/png");
        assertThat(of(JPEG).bytes()).isEqualTo(JPEG);
        assertThat(of(JPEG).mediaType()).isEqualTo("image/jpeg");
        assertThat(of(TestingPictures.png(2_048, 1)).mediaType()).isEqualTo("image/png");
    }

    @Test
    void aPictureThatIsCutShortAnywhereIsRefused() {
        for (var picture : new byte[][] {PNG, JPEG}) {
            for (var length = 9; length < picture.length; length++) {
                assertRefused(Arrays.copyOf(picture, length), "broken-picture");
            }
        }
    }

    @Test
    void aHeadWithJunkBehindItIsRefused() {
        var random = new Random(20_261_127);
        for (var picture : new byte[][] {PNG, JPEG}) {
            for (var head : new int[] {10, 33, picture.length / 2}) {
                var junk = new byte[2_000];
                random.nextBytes(junk);
                System.arraycopy(picture, 0, junk, 0, head);
                assertRefused(junk, "broken-picture");
            }
        }
    }

    @Test
    void aPngWhosePixelsAreJunkIsRefusedEvenIfItsChunksAddUp() {
        var junk = new byte[500];
        new Random(20_261_127).nextBytes(junk);

        assertRefused(png(40, 30, junk), "broken-picture");
        assertRefused(png(40, 30, new byte[0]), "broken-picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "PK\u0003\u0004", "%PDF-1.7", "\n", "\u0000"})
    void whatIsSomethingElseTooIsRefused(String tail) {
        assertRefused(join(PNG, tail), "broken-picture");
        assertRefused(join(JPEG, tail), "broken-picture");
        // ends as a JPEG does
        assertRefused(join(join(JPEG, tail), "\u00ff\u00d9"), "broken-picture");
    }

    @Test
    void aPictureThatWouldUnfoldToGigabytesIsRefusedUnread() {
        assertRefused(png(50_000, 50_000, new byte[100]), "too-large");
        assertRefused(png(Integer.MAX_VALUE, Integer.MAX_VALUE, new byte[100]), "too-large");
        assertRefused(TestingPictures.png(2_049, 1), "too-large");
        assertRefused(TestingPictures.jpeg(1, 2_049), "too-large");
    }

    @Test
    void aPictureOfManyBytesIsRefused() {
        assertRefused(Arrays.copyOf(PNG, MOST_BYTES + 1), "too-large");
    }

    @Test
    void aPictureOfEndlessScansIsRefused() {
        var scan = Arrays.copyOfRange(JPEG, startOfScan(JPEG), JPEG.length - 2);
        var bomb = new ByteArrayOutputStream();
        bomb.write(JPEG, 0, JPEG.length - 2);
        for (var i = 0; i < 100; i++) {
            bomb.writeBytes(scan);
        }
        bomb.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});

        assertRefused(bomb.toByteArray(), "broken-picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
                "RIFF\u0014\u0000\u0000\u0000WEBPVP8 ",
                "BM"
            })
    void whatIsNoPictureThatIsTakenIsRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), "unknown-format");
    }

    @Test
    void otherPicturesAreRefused() {
        assertRefused(TestingPictures.gif(10, 10), "unknown-format");
    }

    private static int startOfScan(byte[] jpeg) {
        for (var at = 0; at + 1 < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xda) {
                return at;
            }
        }
        throw new IllegalStateException("no scan");
    }

    private static byte[] join(byte[] picture, String tail) {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(picture);
        joined.writeBytes(tail.getBytes(StandardCharsets.ISO_8859_1));
        return joined.toByteArray();
    }

    /// A PNG that says it is so large, with this in place of its compressed pixels.
    private static byte[] png(int width, int height, byte[] pixels) {
        var head = ByteBuffer.wrap(Arrays.copyOfRange(PNG, PNG_WIDTH, PNG_WIDTH + 13));
        head.putInt(0, width).putInt(4, height);
        var bytes = new ByteArrayOutputStream();
        bytes.write(PNG, 0, 8);
        chunk(bytes, "IHDR", head.array());
        chunk(bytes, "IDAT", pixels);
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        var bytes = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        bytes.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        var sum = new CRC32();
        sum.update(bytes.array(), 4, 4 + content.length);
        png.writeBytes(bytes.putInt((int) sum.getValue()).array());
    }
}
