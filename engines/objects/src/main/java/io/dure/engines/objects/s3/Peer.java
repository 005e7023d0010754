package io.dure.engines.objects.s3;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/// Whoever is at the other end of a request's connection.
final class Peer {
    private Peer() {}

    /// Without the zone that a local address of IPv6 has.
    static Optional<String> address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress()
                                instanceof InetSocketAddress peer
                        && peer.getAddress() != null
                ? Optional.of(peer.getAddress().getHostAddress().replaceFirst("%.*", ""))
                : Optional.empty();
    }

    /// Its protocol is `TLSv1.3` or the like.
    static Optional<SSLSession> tls(Request request) {
        return request.isSecure()
                        && request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
                                instanceof EndPoint.SslSessionData data
                ? Optional.ofNullable(data.sslSession())
                : Optional.empty();
    }
}
