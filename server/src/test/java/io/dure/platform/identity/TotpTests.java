package io.dure.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, the SHA-1 rows.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
    }

    @Test
    void aPhoneMayBeHalfAMinuteOff() {
        var now = Instant.ofEpochSecond(1_111_111_111);

        assertThat(Totp.match(SECRET, code(now.minusSeconds(30)), now, 0)).isPresent();
        assertThat(Totp.match(SECRET, code(now.plusSeconds(30)), now, 0)).isPresent();
        assertThat(Totp.match(SECRET, code(now.minusSeconds(60)), now, 0)).isEmpty();
    }

    @Test
    void aCodeIsGoodOnce() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        var used = Totp.match(SECRET, code(now), now, 0).orElseThrow();

        assertThat(Totp.match(SECRET, code(now), now, used)).isEmpty();
    }

    private static String code(Instant time) {
        return Totp.code(SECRET, Totp.step(time), 6);
    }
}
