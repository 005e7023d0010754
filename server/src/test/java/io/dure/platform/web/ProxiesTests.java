package io.dure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTests {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.9,203.0.113.9",
        "203.0.113.9:4711,203.0.113.9",
        "2001:db8::7,2001:db8::7",
        "[2001:db8::7],2001:db8::7",
        "[2001:db8::7]:4711,2001:db8::7"
    })
    void addressesAreReadAsProxiesWriteThem(String hop, String address) throws Exception {
        assertThat(Proxies.literal(hop)).contains(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "localhost", "203.0.113.999", "1.2.3.4.5"})
    void whatIsNoAddressIsNotLookedUp(String hop) {
        assertThat(Proxies.literal(hop)).isEmpty();
    }

    @Test
    void anUnnamedProxyIsTheOnlyOne() {
        var proxies = Proxies.parse("true");

        assertThat(proxies.hasProxyAt(InetAddress.ofLiteral("192.0.2.1"))).isTrue();
        assertThat(proxies.hasFurtherProxyAt(InetAddress.ofLiteral("192.0.2.1"))).isFalse();
    }
}
