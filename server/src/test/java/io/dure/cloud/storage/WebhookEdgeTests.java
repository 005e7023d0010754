package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where webhooks may lie, and how they know us.
class WebhookEdgeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void whatIsNotPublicIsNotConnectedTo(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.128.0.1",
                "172.32.0.1",
                "192.1.1.1",
                "223.255.255.1",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888"
            })
    void whatIsPublicIs(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/", "http://127.0.0.1:1/", "https://[::1]/"})
    void namesOfThisMachineAreNotConnectedTo(String url) {
        try (var post = new HookPost(false)) {
            assertThatThrownBy(() -> post.post(URI.create(url), Map.of(), ""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not a public one");
        }
    }

    @Test
    void aNameServerThatIsSilentIsNotWaitedFor() {
        var silence = new CountDownLatch(1);
        HookPost.Lookup silent =
                _ -> {
                    try {
                        silence.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                };

        try (var post = new HookPost(true, silent)) {
            assertThatThrownBy(() -> post.post(URI.create("http://example.com/"), Map.of(), ""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not found in time");
        }
    }

    /// `printf '1732791600.{}' | openssl dgst -sha256 -hmac secret`
    @Test
    void aSignatureIsWhatOthersCompute() {
        assertThat(HookSignature.of("secret", Instant.ofEpochSecond(1732791600), "{}"))
                .isEqualTo(
                        "t=1732791600,v1=6fcee1a3bd7692803361af0f99c35db043710cf83f4c7d6457bf831bcd6fe265");
    }

    @Test
    void delaysDoubleUpToAnHour() {
        assertThat(HookTurn.delay(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(HookTurn.delay(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(HookTurn.delay(1_000)).isEqualTo(Duration.ofHours(1));
    }
}
