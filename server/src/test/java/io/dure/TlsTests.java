package io.dure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.cloud.storage.S3Port;
import io.dure.platform.database.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class TlsTests {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void aRenewedCertificateIsTakenIntoUseOnBothPortsWithoutARestart(@TempDir Path folder)
            throws Exception {
        var pem = TestingCertificate.write(folder, "first");
        var exposure =
                Exposure.of(
                        Map.of(
                                "DURE_TLS_CERTIFICATE", pem.certificate().toString(),
                                "DURE_TLS_KEY", pem.key().toString()));
        var arguments = new Arguments(dataFolder(), 0, 0, "127.0.0.1", false);
        try (var data = DataFolder.open(arguments.data());
                var context = Main.application(arguments, exposure, data).run()) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port", int.class);
            var s3 = context.getBean(S3Port.class).port();
            assertThat(subject(port)).isEqualTo("CN=first");
            assertThat(subject(s3)).isEqualTo("CN=first");
            assertThat(answer(s3)).contains("<Code>AccessDenied</Code>");

            TestingCertificate.write(folder, "second");

            assertThat(eventually(port, "CN=second")).isEqualTo("CN=second");
            assertThat(eventually(s3, "CN=second")).isEqualTo("CN=second");
            assertThat(answer(s3)).contains("<Code>AccessDenied</Code>");
        }
    }

    /// Not below the system's temporary folder: as root, PostgreSQL must be able to reach it.
    private static Path dataFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "tls");
    }

    private static String eventually(int port, String wanted) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = subject(port);
        while (!seen.equals(wanted) && System.nanoTime() < deadline) {
            Thread.sleep(500);
            seen = subject(port);
        }
        return seen;
    }

    private static SSLSocket connect(int port) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    }

    /// What S3 says to a stranger.
    private static String answer(int port) throws Exception {
        try (var socket = connect(port)) {
            var request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String subject(int port) throws Exception {
        try (var socket = connect(port)) {
            socket.startHandshake();
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }

    /// The test asks which certificate is shown, not whether it is trusted.
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
