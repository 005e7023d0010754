package io.dure.engines.objects.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Exception;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPartsTests {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9,0,10",
        "bytes=5-,5,95",
        "bytes=-10,90,10",
        "bytes=90-1000,90,10",
        "bytes=-1000,0,100"
    })
    void aRangeSelects(String header, long first, long length) {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=-0", "bytes=100-200"})
    void aRangeThatSelectsNothingIsRefused(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 100)).isInstanceOf(S3Exception.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=1-2,4-5",
                "lines=1-2",
                "bytes=5-2",
                "bytes=-",
                "bytes=99999999999999999999-"
            })
    void aRangeThatMeansNothingIsIgnored(String header) {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @Test
    void whatIsEncodedIsDecoded() {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++) {
            var text = text(random);
            assertThat(Percent.decode(Percent.encode(text))).isEqualTo(text);
            assertThat(Percent.decode(Percent.encodePath(text))).isEqualTo(text);
        }
    }

    /// Of any character but U+0000, which no name or key may hold.
    private static String text(Random random) {
        var text = new StringBuilder();
        for (var length = random.nextInt(20); length > 0; length--) {
            var point = 1 + random.nextInt((random.nextBoolean() ? 0x80 : 0x110000) - 1);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%ff", "%c3%28", "a%", "a%00b"})
    void whatDecodesToNoTextIsRefused(String text) {
        assertThatThrownBy(() -> Percent.decode(text)).isInstanceOf(S3Exception.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "s3.example.com,/b/k,-,b,k",
                "s3.example.com:9000,/b//k/../x,-,b,/k/../x",
                "acme.s3.example.com,/b/k,acme,b,k",
                "photos.acme.s3.example.com,/k/l,acme,photos,k/l",
                "my.photos.ACME.S3.example.com:443,/k,acme,my.photos,k",
                "[::1]:9000,/b/,-,b,''",
                "localhost,/,-,'',''"
            })
    void aHostAndAPathNameATarget(
            String host, String path, String label, String bucket, String key) {
        assertThat(Target.parse(host, path, List.of("s3.example.com")))
                .isEqualTo(new Target(Optional.ofNullable(label), bucket, key));
    }

    @Test
    void conditionsAreWeighedInTheirOrder() {
        var at = Instant.parse("2026-01-01T00:00:00.5Z");
        var earlier = Optional.of(Instant.parse("2025-01-01T00:00:00Z"));
        var none = Optional.<String>empty();

        assertThat(
                        new Conditions(Optional.of("\"e\""), none, Optional.empty(), earlier)
                                .evaluate("e", at))
                .isEqualTo(Conditions.Outcome.PROCEED);
        assertThat(new Conditions(none, none, Optional.empty(), earlier).evaluate("e", at))
                .isEqualTo(Conditions.Outcome.FAILED);
        assertThat(
                        new Conditions(
                                        none,
                                        Optional.of("W/\"x\", \"e\""),
                                        Optional.empty(),
                                        Optional.empty())
                                .evaluate("e", at))
                .isEqualTo(Conditions.Outcome.NOT_MODIFIED);
        assertThat(
                        new Conditions(
                                        none,
                                        none,
                                        Optional.of(HttpDates.grain(at)),
                                        Optional.empty())
                                .evaluate("e", at))
                .isEqualTo(Conditions.Outcome.NOT_MODIFIED);
    }

    @Test
    void datesComeBackAsTheyWent() {
        var at = Instant.parse("2026-11-23T05:00:00Z");

        assertThat(HttpDates.http(at)).isEqualTo("Mon, 23 Nov 2026 05:00:00 GMT");
        assertThat(HttpDates.parse(HttpDates.http(at))).contains(at);
        assertThat(HttpDates.parseBasic(HttpDates.basic(at))).contains(at);
        assertThat(HttpDates.parse("yesterday")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-01T00:00:00Z,2030-01-01T00:00:00Z",
        "2030-01-01T00:00:00.123+09:00,2029-12-31T15:00:00.123Z",
        "2030-01-01,2030-01-01T00:00:00Z",
        "20300101,",
        "2030-01-01T00:00:00,",
        "+10000-01-01T00:00:00Z,",
        "0000-12-31,",
        "-0001-01-01,",
        "'',"
    })
    void aDateOfXmlHasItsOffsetOrIsAMidnight(String text, Instant expected) {
        assertThat(HttpDates.parseXml(text)).isEqualTo(Optional.ofNullable(expected));
    }
}
