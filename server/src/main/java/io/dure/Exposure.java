package io.dure;

import io.dure.platform.web.Proxies;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the server is reached from outside, as the environment says: by TLS of its own, through a
/// proxy that does TLS, or, if the operator insists, in the clear.
///
/// @param certificate PEM file of the certificate chain, `DURE_TLS_CERTIFICATE`
/// @param key PEM file of its private key, `DURE_TLS_KEY`
/// @param proxies in front, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed,
///   `DURE_BEHIND_PROXY`: their addresses and networks with commas between, or `true` if there is
///   one and nobody else reaches the port; empty if there is none
/// @param plainHttp whether to serve plain HTTP to other machines all the same,
///   `DURE_PLAIN_HTTP=true`
record Exposure(@Nullable Path certificate, @Nullable Path key, String proxies, boolean plainHttp) {
    static Exposure of(Map<String, String> environment) {
        return new Exposure(
                path(environment.get("DURE_TLS_CERTIFICATE")),
                path(environment.get("DURE_TLS_KEY")),
                proxies(environment.getOrDefault("DURE_BEHIND_PROXY", "")),
                Boolean.parseBoolean(environment.get("DURE_PLAIN_HTTP")));
    }

    private static String proxies(String text) {
        return text.strip().equalsIgnoreCase("false") ? "" : text.strip();
    }

    boolean isTls() {
        return certificate != null;
    }

    /// @throws UsageException if passwords would cross a network in the clear, or a file is missing
    void check(String listen) {
        if ((certificate == null) != (key == null)) {
            throw new UsageException("Set both DURE_TLS_CERTIFICATE and DURE_TLS_KEY, or neither.");
        }
        requireAddresses(proxies);
        requireReadable(certificate);
        requireReadable(key);
        if (!isTls() && proxies.isEmpty() && !plainHttp && !isLoopback(listen)) {
            throw new UsageException(
                    "Without TLS Dure serves this machine only: set DURE_TLS_CERTIFICATE and DURE_TLS_KEY, or"
                            + " DURE_BEHIND_PROXY=true behind a proxy that does TLS, or insist on plain HTTP with"
                            + " DURE_PLAIN_HTTP=true.");
        }
    }

    /// What Spring Boot needs to know of it.
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        if (certificate != null && key != null) {
            var bundle = "spring.ssl.bundle.pem." + TlsReload.BUNDLE;
            properties.put(bundle + ".keystore.certificate", certificate.toUri().toString());
            properties.put(bundle + ".keystore.private-key", key.toUri().toString());
            properties.put(bundle + ".reload-on-update", true);
            properties.put("server.ssl.bundle", TlsReload.BUNDLE);
        }
        properties.put("dure.proxies", proxies);
        return properties;
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null || name.isBlank() ? null : Path.of(name).toAbsolutePath().normalize();
    }

    private static void requireAddresses(String proxies) {
        try {
            if (!proxies.isEmpty()) {
                Proxies.parse(proxies);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "DURE_BEHIND_PROXY is true, or the addresses and networks of proxies, not "
                            + proxies
                            + ".");
        }
    }

    private static void requireReadable(@Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new UsageException("The file " + file + " cannot be read.");
        }
    }

    private static boolean isLoopback(String listen) {
        try {
            return InetAddress.getByName(listen).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UsageException("There is no address " + listen + " to listen on.");
        }
    }
}
