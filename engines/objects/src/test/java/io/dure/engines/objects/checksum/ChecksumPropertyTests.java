package io.dure.engines.objects.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksumPropertyTests {
    private static byte[] sum(ChecksumAlgorithm algorithm, byte[] bytes) {
        var sum = algorithm.start();
        sum.update(bytes, 0, bytes.length);
        return sum.finish();
    }

    /// The check values of the catalogue of CRC algorithms, and of FIPS 180-4.
    @ParameterizedTest
    @CsvSource({
        "CRC32,cbf43926",
        "CRC32C,e3069283",
        "CRC64NVME,ae8b14860a799888",
        "SHA1,f7c3bc1d808e04732adf679965ccc34ca7ae3441",
        "SHA256,15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
    })
    void theCheckValueIsRight(ChecksumAlgorithm algorithm, String expected) {
        var bytes = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(HexFormat.of().formatHex(sum(algorithm, bytes))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRC32", "CRC32C", "CRC64NVME"})
    void theSumOfTheWholeFollowsFromItsParts(ChecksumAlgorithm algorithm) {
        var random = new Random(3);
        for (var round = 0; round < 200; round++) {
            var bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            var cut = random.nextInt(bytes.length + 1);
            var first = Arrays.copyOf(bytes, cut);
            var second = Arrays.copyOfRange(bytes, cut, bytes.length);

            var joined =
                    PartChecksums.of(
                            algorithm,
                            Checksum.Type.FULL_OBJECT,
                            List.of(part(algorithm, first), part(algorithm, second)));

            assertThat(joined.bytes()).isEqualTo(sum(algorithm, bytes));
        }
    }

    private static PartChecksums.Part part(ChecksumAlgorithm algorithm, byte[] bytes) {
        return new PartChecksums.Part(
                Checksum.ofWhole(algorithm, sum(algorithm, bytes)), bytes.length);
    }
}
