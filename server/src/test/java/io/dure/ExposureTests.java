package io.dure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTests {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void plainHttpServesThisMachine(String listen) {
        assertThatCode(() -> Exposure.of(Map.of()).check(listen)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void plainHttpServesNoOtherMachine(String listen) {
        assertThatThrownBy(() -> Exposure.of(Map.of()).check(listen))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("DURE_TLS_CERTIFICATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DURE_BEHIND_PROXY", "DURE_PLAIN_HTTP"})
    void unlessTheOperatorInsists(String variable) {
        var exposure = Exposure.of(Map.of(variable, "true"));

        assertThatCode(() -> exposure.check("0.0.0.0")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "10.0.0.0/8, 2001:db8::7"})
    void proxiesAreNamedByTheirAddresses(String proxies) {
        var exposure = Exposure.of(Map.of("DURE_BEHIND_PROXY", proxies));

        assertThatCode(() -> exposure.check("0.0.0.0")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5,", "10.0.0.0/99", "no such proxy"})
    void whatIsNoAddressIsNoProxy(String proxies) {
        var exposure = Exposure.of(Map.of("DURE_BEHIND_PROXY", proxies));

        assertThatThrownBy(() -> exposure.check("0.0.0.0"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("DURE_BEHIND_PROXY");
    }

    @Test
    void aCertificateNeedsItsKey() {
        var exposure = Exposure.of(Map.of("DURE_TLS_CERTIFICATE", "/etc/hostname"));

        assertThatThrownBy(() -> exposure.check("127.0.0.1")).hasMessageContaining("both");
    }

    @Test
    void aMissingFileIsSaidByName() {
        var exposure =
                Exposure.of(
                        Map.of(
                                "DURE_TLS_CERTIFICATE", "/nowhere/chain.pem",
                                "DURE_TLS_KEY", "/nowhere/key.pem"));

        assertThatThrownBy(() -> exposure.check("0.0.0.0"))
                .hasMessageContaining("/nowhere/chain.pem");
    }
}
